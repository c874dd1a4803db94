import { describe, expect, it } from "vitest";
import { makeKeeper } from "./keeper.ts";
import { assetsOf, pagesOf, WHOSE } from "./kept.ts";
import { memoryCaches } from "./test-caches.ts";

const origin = "https://glossa.example";
const text = "/t/01ARZ3NDEKTSV4RRFFQ69G5FAV";
const other = "/t/01BX5ZZKBKACTAV9WEVGEMMVRZ";

type Say = (path: string) => Response | Error;

const pageOf = (person: string, words = `page of ${person}`, status = 200): Response =>
  new Response(words, { status, headers: { [WHOSE]: person } });
const away: Say = () => new TypeError("Failed to fetch");

/** A browser whose server says what `say` says; it can be given another one. */
function setUp(say: Say) {
  const caches = memoryCaches(origin);
  const world = {
    say,
    build: "one",
    assets: ["/assets/a.js"] as readonly string[],
    finished: [] as Promise<unknown>[],
  };
  const keeper = () =>
    makeKeeper({
      ...{ caches, origin, build: world.build, assets: world.assets },
      fetch: async (request) => {
        const answer = world.say(new URL(typeof request === "string" ? request : request.url).pathname);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      wait: () => new Promise(() => undefined),
      finish: (work) => void world.finished.push(work.catch(() => undefined)),
    });
  const settled = async () => {
    for (let n = 0; n !== world.finished.length; ) {
      n = world.finished.length;
      await Promise.all(world.finished);
    }
  };
  const ask = async (path: string, kind: "page" | "elsewhere" | "asset" | "picture") => {
    const request = new Request(new URL(path, origin));
    const plan = kind === "page" ? ({ kind, key: path } as const) : ({ kind } as const);
    const answer = await keeper()
      .answer(request, plan)
      .catch(() => null);
    await settled();
    if (answer === null) return null;
    return answer.status === 302 ? `to ${new URL(answer.headers.get("location") ?? "").pathname}` : answer.text();
  };
  return { world, caches, ask, keeper };
}

describe("pages", () => {
  it("come from the network while it answers, and from what is kept when it does not", async () => {
    const { world, ask } = setUp((path) => pageOf("ada", `${path} 1`));
    expect(await ask(text, "page")).toBe(`${text} 1`);
    world.say = (path) => pageOf("ada", `${path} 2`);
    expect(await ask(text, "page")).toBe(`${text} 2`);
    world.say = away;
    expect(await ask(text, "page")).toBe(`${text} 2`);
    expect(await ask(other, "page")).toBe("to /kept");
    expect(await ask("/groups", "elsewhere")).toBe("to /kept");
  });

  it.each([502, 503, 504])("are what is kept when a proxy says %i", async (status) => {
    const { world, ask } = setUp(() => pageOf("ada"));
    await ask(text, "page");
    world.say = () => new Response("no upstream", { status });
    expect(await ask(text, "page")).toBe("page of ada");
    expect(await ask(other, "page")).toBe("no upstream");
  });

  it.each([500, 422, 429])("are not kept when they say %i, and do not replace what is", async (status) => {
    const { world, ask } = setUp(() => pageOf("ada"));
    await ask(text, "page");
    world.say = () => pageOf("ada", "an error", status);
    expect(await ask(text, "page")).toBe("an error");
    world.say = away;
    expect(await ask(text, "page")).toBe("page of ada");
  });

  it.each([403, 404, 410])("are lost once the server says %i: the text is not theirs any more", async (status) => {
    const { world, ask } = setUp(() => pageOf("ada"));
    await ask(text, "page");
    world.say = () => pageOf("ada", "not yours", status);
    await ask(text, "page");
    world.say = away;
    expect(await ask(text, "page")).toBe("to /kept");
  });

  it("are the latest forty", async () => {
    const { caches, ask } = setUp(() => pageOf("ada"));
    const paths = Array.from({ length: 45 }, (_, n) => `/t/01ARZ3NDEKTSV4RRFFQ69G5${String(n).padStart(3, "0")}`);
    for (const path of paths) await ask(path, "page");
    const kept = (await (await caches.open(pagesOf("ada"))).keys()).map(({ url }) => new URL(url).pathname);
    expect(kept.filter((path) => path.startsWith("/t/"))).toEqual(paths.slice(-40));
  });
});

describe("nobody sees another person's pages", () => {
  it("they go when somebody else signs in", async () => {
    const { world, caches, ask } = setUp(() => pageOf("ada"));
    await ask(text, "page");
    world.say = () => pageOf("ben");
    await ask(other, "page");
    expect(await caches.has(pagesOf("ada"))).toBe(false);
    world.say = away;
    expect(await ask(text, "page")).toBe("to /kept");
    expect(await ask(other, "page")).toBe("page of ben");
  });

  it("they are not shown while nobody is signed in, and are there when the person comes back", async () => {
    const { world, ask } = setUp(() => pageOf("ada"));
    await ask(text, "page");
    world.say = () => pageOf("none", "sign in");
    await ask("/sign-in", "elsewhere");
    world.say = away;
    expect(await ask(text, "page")).toBeNull();
    expect(await ask("/groups", "elsewhere")).toBeNull();
    world.say = () => pageOf("ada", "groups");
    await ask("/groups", "elsewhere");
    world.say = away;
    expect(await ask(text, "page")).toBe("page of ada");
  });

  it("signing out leaves nothing, also of what was still on its way", async () => {
    const { world, caches, ask, keeper } = setUp(() => pageOf("ada"));
    await ask(text, "page");
    await keeper().forget("ada");
    expect(await caches.has(pagesOf("ada"))).toBe(false);
    world.say = away;
    expect(await ask(text, "page")).toBeNull();
  });

  it("pictures are kept for whoever may see them", async () => {
    const { world, ask } = setUp(() => pageOf("ada", "a face"));
    await ask("/groups", "elsewhere");
    await ask("/pictures/a.webp", "picture");
    world.say = away;
    expect(await ask("/pictures/a.webp", "picture")).toBe("a face");
    world.say = () => pageOf("ben");
    await ask("/groups", "elsewhere");
    world.say = away;
    expect(await ask("/pictures/a.webp", "picture")).toBeNull();
  });
});

describe("builds", () => {
  it("assets are asked for once", async () => {
    const { world, ask } = setUp(() => new Response("script"));
    await ask("/assets/a.js", "asset");
    world.say = away;
    expect(await ask("/assets/a.js", "asset")).toBe("script");
  });

  it("an error is no asset", async () => {
    const { world, ask } = setUp(() => new Response("no", { status: 404 }));
    await ask("/assets/a.js", "asset");
    world.say = away;
    expect(await ask("/assets/a.js", "asset")).toBeNull();
  });

  it("a new build asks for kept pages anew and then lets the old assets go", async () => {
    const { world, caches, ask, keeper } = setUp((path) => pageOf("ada", `${path} of one`));
    await keeper().install();
    await ask(text, "page");
    Object.assign(world, { build: "two", assets: ["/assets/b.js"], say: away });
    await caches.open(assetsOf("two"));
    await keeper().takeOver();
    expect(await caches.has(assetsOf("one"))).toBe(true);
    world.say = (path) => pageOf("ada", `${path} of two`);
    await keeper().takeOver();
    expect(await caches.has(assetsOf("one"))).toBe(false);
    world.say = away;
    expect(await ask(text, "page")).toBe(`${text} of two`);
  });
});
