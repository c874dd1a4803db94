import { Agent, createServer, get, type RequestListener, type Server, type ServerResponse } from "node:http";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { StartError } from "./data-directory.ts";
import { drain, listenOn } from "./listener.ts";

const log = pino({ level: "silent" });
const servers: Server[] = [];

function serverThat(answer: RequestListener): Server {
  const server = createServer(answer);
  servers.push(server);
  return server;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

function bodyOf(port: number, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve(Buffer.concat(chunks).toString());
    }).once("error", reject);
  });
}

describe("listening", () => {
  it("takes the port that the system gives, and says so when another has it", async () => {
    const port = await listenOn(
      serverThat(() => {}),
      0,
      "127.0.0.1",
    );
    expect(port).toBeGreaterThan(0);
    const second = listenOn(
      serverThat(() => {}),
      port,
      "127.0.0.1",
    );
    await expect(second).rejects.toThrow(StartError);
    await expect(second).rejects.toThrow(`Port ${port} is in use`);
  });

  it("says which address it cannot have", async () => {
    await expect(
      listenOn(
        serverThat(() => {}),
        0,
        "203.0.113.1",
      ),
    ).rejects.toThrow(/of 203\.0\.113\.1 \(EADDRNOTAVAIL\)/);
  });
});

describe("draining", () => {
  it("lets a request finish, also one whose client would keep the connection, and takes no other", async () => {
    const { server, arrival } = holdingServer();
    const port = await listenOn(server, 0, "127.0.0.1");
    const agent = new Agent({ keepAlive: true });
    const body = bodyOf(port, agent);
    const answer = await arrival;
    const drained = drain(server, log);
    await expect(bodyOf(port, new Agent())).rejects.toThrow("ECONNREFUSED");
    answer.end("whole");
    expect(await body).toBe("whole");
    await drained;
    agent.destroy();
  });

  it("cuts off a request that does not finish", async () => {
    const { server, arrival } = holdingServer();
    const port = await listenOn(server, 0, "127.0.0.1");
    const cut = expect(bodyOf(port, new Agent())).rejects.toThrow(/hang up/);
    await arrival;
    await drain(server, log, 20);
    await cut;
  });
});

/** A server that leaves the first request open. */
function holdingServer(): { readonly server: Server; readonly arrival: Promise<ServerResponse> } {
  let arrived: (answer: ServerResponse) => void = () => {};
  const arrival = new Promise<ServerResponse>((resolve) => {
    arrived = resolve;
  });
  return { server: serverThat((_, answer) => arrived(answer)), arrival };
}
