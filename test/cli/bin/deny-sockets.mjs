// Loaded before the program: every way to the network throws, and says so in the file that ATTEMPTS names.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const { appendFileSync } = require('node:fs');
const deny = (owner, names, what) => {
  for (const name of names) {
    owner[name] = () => {
      appendFileSync(process.env.ATTEMPTS, `${what}.${name}\n`);
      throw new Error(`the network is denied: ${what}.${name}`);
    };
  }
};
const dns = require('node:dns');
const lookups = ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'];
deny(require('node:net').Socket.prototype, ['connect'], 'net.Socket');
deny(require('node:net').Server.prototype, ['listen'], 'net.Server');
deny(require('node:dgram'), ['createSocket'], 'dgram');
deny(dns, lookups, 'dns');
deny(dns.promises, lookups, 'dns.promises');
deny(globalThis, ['fetch', 'WebSocket'], 'globalThis');
syncBuiltinESMExports();
