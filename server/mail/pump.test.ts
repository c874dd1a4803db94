import { afterEach, describe, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "./test-post-office.ts";
import type { Message, Transport } from "./transport.ts";

const open: PostOffice[] = [];

afterEach(async () => {
  for (const office of open.splice(0)) await office.close();
});

function office(transport: Transport, given: Parameters<typeof openPostOffice>[1] = {}): PostOffice {
  const opened = openPostOffice(transport, given);
  open.push(opened);
  return opened;
}

const SECOND = 1_000;
const HOUR = 3_600_000;

/** As nodemailer rejects, in the fields that count. */
const refusal = (responseCode: number, response: string, code = "EENVELOPE"): Error =>
  Object.assign(new Error(`Can't send mail: ${response}`), { code, responseCode, response });

/** A gate that holds sends until it is opened. */
function gate() {
  let openIt = (): void => {};
  const opened = new Promise<void>((resolve) => {
    openIt = resolve;
  });
  return { opened, open: () => openIt() };
}

describe("a letter", () => {
  it("is sent once its cause is committed, and then its words are forgotten", async () => {
    const sent: Message[] = [];
    const post = office(async (message) => void sent.push(message));
    const id = await post.write("ada@example.org");
    await post.pump().idle();
    expect(sent).toMatchObject([{ id, to: { address: "ada@example.org" }, subject: "A new password for Glossa" }]);
    expect(await post.letter(id)).toMatchObject({ state: "sent", subject: "", text: "", html: "", tries: 1 });
    await post.settle();
    expect(sent).toHaveLength(1);
  });

  it("whose cause was rolled back is not sent", async () => {
    const sent: Message[] = [];
    const post = office(async (message) => void sent.push(message));
    const words = { subject: "No", paragraphs: [], link: null };
    const failed = post.transact(async (store) => {
      await post.post.write(store, { id: null, email: "ada@example.org" }, () => words);
      throw new Error("changed its mind");
    });
    await expect(failed).rejects.toThrow("changed its mind");
    await post.settle();
    expect(sent).toEqual([]);
  });

  it("to nobody is written, settled and never sent", async () => {
    const sent: Message[] = [];
    const post = office(async (message) => void sent.push(message));
    await post.transact((store) => post.post.write(store, null, () => ({ subject: "S", paragraphs: [], link: null })));
    await post.pump().idle();
    expect(sent).toEqual([]);
    expect(await post.read.letters.nextDue()).toBeNull();
    expect(await post.read.letters.counts()).toEqual({ waiting: 0, sent: 0, "given-up": 0 });
  });

  it.each(["ada@example.org\r\nBcc: eve@example.org", "ada@example.org\nX: y", "ada@example.org\0"])(
    "C5: to %j is refused, and its cause with it",
    async (to) => {
      const post = office(async () => {});
      await expect(post.write(to)).rejects.toThrow("line break");
      await expect(post.write("ada@example.org", `Hello ${to}`)).rejects.toThrow("line break");
      expect(await post.read.letters.nextDue()).toBeNull();
    },
  );
});

describe("a letter that was not taken", () => {
  it("is tried later and later for about a day, then given up with what was said", async () => {
    let tries = 0;
    const post = office(async () => {
      tries += 1;
      throw refusal(451, "451 4.7.1 try later");
    });
    const id = await post.write("ada@example.org");
    await post.pump().idle();
    const pauses: number[] = [];
    while ((await post.letter(id)).state === "waiting") pauses.push((await post.settleNext()) / SECOND);
    expect(pauses).toEqual([5, 30, 120, 600, 3_600, 21_600, 57_600]);
    expect(tries).toBe(8);
    expect(await post.letter(id)).toMatchObject({ state: "given-up", trouble: "451 4.7.1 try later" });
    // Kept, so that an administrator can have it tried again.
    expect((await post.letter(id)).text).toContain("/reset/abc");
  });

  it.each([
    [0, 4],
    [0.999, 6],
  ])("comes back up to a fifth earlier or later (chance %d)", async (chance, seconds) => {
    const post = office(async () => Promise.reject(refusal(451, "later")), { chance: () => chance });
    await post.write("ada@example.org");
    await post.pump().idle();
    expect(Math.round((await post.settleNext()) / SECOND)).toBe(seconds);
  });

  it("goes once it is taken, under the same id", async () => {
    const ids: string[] = [];
    const post = office(async ({ id }) => {
      ids.push(id);
      if (ids.length < 3) throw refusal(421, "421 closing");
    });
    const id = await post.write("ada@example.org");
    await post.pump().idle();
    await post.settleNext();
    await post.settleNext();
    expect(ids).toEqual([id, id, id]);
    expect((await post.letter(id)).state).toBe("sent");
  });

  it.each([
    ["an address that does not exist", refusal(550, "550 5.1.1 no such user"), "given-up"],
    ["a letter that is refused after DATA", refusal(554, "554 5.7.1 spam", "EMESSAGE"), "given-up"],
    ["a mailbox that is full", refusal(452, "452 4.2.2 full"), "waiting"],
    ["a server that wants a password", refusal(530, "530 5.7.0 sign in first"), "waiting"],
    ["a password that is wrong", refusal(535, "535 5.7.8 no", "EAUTH"), "waiting"],
    ["a greeting that is none", refusal(554, "554 go away", "ECONNECTION"), "waiting"],
    ["a server that is not there", Object.assign(new Error("refused"), { code: "ECONNECTION" }), "waiting"],
    ["something else", "what?", "waiting"],
  ])("%s: after one try it is %3$s", async (_, error, state) => {
    const post = office(async () => Promise.reject(error));
    const id = await post.write("ada@example.org");
    await post.pump().idle();
    expect(await post.letter(id)).toMatchObject({ state, tries: 1 });
  });

  it("says nothing of its words, its address or the server's answer in the log", async () => {
    const post = office(async () => Promise.reject(refusal(550, "550 <ada@example.org> unknown")));
    await post.write("ada@example.org", "Zoë and Ada");
    await post.pump().idle();
    const log = post.logged.join("");
    expect(log).toContain("EENVELOPE 550");
    for (const word of ["ada@", "Zoë", "unknown", "reset"]) expect(log).not.toContain(word);
  });

  it("is not sent when it comes out of a backup from last week", async () => {
    let tries = 0;
    const post = office(async () => {
      tries += 1;
      throw refusal(451, "later");
    });
    const id = await post.write("ada@example.org");
    await post.pump().idle();
    post.time.now += 7 * 24 * HOUR;
    await post.settle();
    expect(tries).toBe(1);
    expect((await post.letter(id)).state).toBe("given-up");
  });
});

describe("the queue", () => {
  it("sends what waited over a restart, also what was under way", async () => {
    const never = gate();
    const sent: string[] = [];
    const post = office(() => never.opened);
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await post.write(`p${n}@example.org`));
    await expect.poll(async () => (await post.letter(ids[3] ?? "")).tries).toBe(1);
    post.restart(async ({ id }) => void sent.push(id));
    await post.settle();
    expect(sent).toEqual(ids.slice(4));
    // The four that were under way come back with their pause.
    post.time.now += 5 * SECOND;
    await post.settle();
    expect([...sent].sort()).toEqual(ids);
    never.open();
  });

  it("sends at most four at once, and one that hangs holds up nobody", async () => {
    const hanging = gate();
    let now = 0;
    let most = 0;
    const sent: string[] = [];
    const post = office(async ({ to }) => {
      now += 1;
      most = Math.max(most, now);
      if (to.address === "p0@example.org") await hanging.opened;
      else await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      sent.push(to.address);
    });
    await Promise.all(Array.from({ length: 40 }, (_, n) => post.write(`p${n}@example.org`)));
    await expect.poll(() => sent).toHaveLength(39);
    expect(most).toBe(4);
    hanging.open();
    await post.pump().idle();
    expect(sent.at(-1)).toBe("p0@example.org");
  });

  it("goes on past a letter that always fails", async () => {
    const sent: string[] = [];
    const post = office(async ({ to }) => {
      if (to.address === "poison@example.org") throw new TypeError("cannot read it");
      sent.push(to.address);
    });
    await post.write("poison@example.org");
    await post.write("ada@example.org");
    await post.pump().idle();
    expect(sent).toEqual(["ada@example.org"]);
    await post.write("bert@example.org");
    await post.settleNext();
    expect(sent).toEqual(["ada@example.org", "bert@example.org"]);
  });

  it("stops without beginning another try, and waits for those under way", async () => {
    const slow = gate();
    const begun: string[] = [];
    const post = office(async ({ to }) => {
      begun.push(to.address);
      await slow.opened;
    });
    for (let n = 0; n < 6; n += 1) await post.write(`p${n}@example.org`);
    await expect.poll(() => begun).toHaveLength(4);
    const stopped = post.pump().stop(5_000);
    slow.open();
    await stopped;
    expect(begun).toHaveLength(4);
    expect(await post.read.letters.counts()).toMatchObject({ sent: 4, waiting: 2 });
  });

  it("asks before each try of a letter about news whether it still goes", async () => {
    const asked: string[] = [];
    const sent: string[] = [];
    const post = office(async ({ id }) => void sent.push(id), {
      stillGoes: async (store, { id }) => {
        asked.push(id);
        await store.letters.remove(id);
        return false;
      },
    });
    const words = { subject: "S", text: "t", html: "h", headers: {}, rootId: null, memberId: null };
    const letter = { ...words, id: "01", address: "ada@example.org", news: ["a"], createdAt: post.time.now };
    await post.transact((store) => store.letters.insert(letter));
    await post.settle();
    expect(asked).toHaveLength(1);
    expect(sent).toEqual([]);
    expect(await post.read.letters.nextDue()).toBeNull();
  });
});
