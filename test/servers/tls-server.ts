import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TlsServer = { url: string; close(): Promise<void> };

/** A server on the loopback with a certificate that nobody has signed but itself; undefined where there is no openssl. */
export async function tlsServer(): Promise<TlsServer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'evals-tls-'));
  try {
    const words =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout key -out cert';
    execFileSync('openssl', words.split(' '), { cwd: folder, stdio: 'pipe' });
    const read = (name: string) => readFileSync(join(folder, name));
    const server = createServer({ key: read('key'), cert: read('cert') }, (_, response) =>
      response.end('{}'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
      async close() {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      },
    };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
