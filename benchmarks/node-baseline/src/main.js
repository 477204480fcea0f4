import { DaprServer, HttpMethod } from "@dapr/dapr";
import { distribute } from "./distributor.js";
import { pickListOf, standardOrderOf } from "./documents.js";

// Each app: the binding it reads, and what it does with one order. The client is made once and keeps its connections.
const apps = {
  distributor: {
    input: "q-order-ingress",
    handle: distribute,
  },
  "receiver-express": {
    input: "q-order-express-in",
    handle: (client, order) => store(client, "express-outbox", pickListOf(order)),
  },
  "receiver-standard": {
    input: "q-order-standard-in",
    handle: (client, order) => store(client, "standard-outbox", standardOrderOf(order)),
  },
};

const name = process.argv[2] ?? process.env.APP_ID;
const app = apps[name];
if (!app) {
  console.error(`which app? One of ${Object.keys(apps).join(", ")}, as argument or in APP_ID; was: ${name}`);
  process.exit(2);
}

// Takes APP_PORT and DAPR_HTTP_PORT from the environment.
const server = new DaprServer();

// The SDK answers 200 once the promise is fulfilled and 500 if it is rejected; so an order is settled only after its
// output was accepted, and redelivered otherwise.
await server.binding.receive(app.input, (order) => app.handle(server.client, order));
await server.invoker.listen("healthz", async () => ({ status: "UP" }), { method: HttpMethod.GET });
await server.start();
console.log(`${name} reads ${app.input}`);

process.once("SIGTERM", async () => {
  await server.stop();
  process.exit(0);
});

function store(client, outbox, document) {
  return client.binding.send(outbox, "create", document, { blobName: String(document.orderId) });
}
