// A server that others wrote, in a process of its own. Prints its port.
import { LLMock } from '@copilotkit/aimock';

const mock = new LLMock({ port: 0 });
await mock.start();
mock.onMessage('parcel', { content: 'delivery' });
console.log(new URL(mock.url).port);
