type Step<T> =
  | { readonly kind: "item"; readonly item: T }
  | { readonly kind: "work"; readonly work: () => Promise<void>; readonly reject: (error: unknown) => void };

/** Does one thing after the other: items in batches, other work in between, each where it was put in line. */
export class WorkLine<T> {
  #steps: Step<T>[] = [];
  #running = false;
  #broken: { readonly error: unknown } | null = null;

  /** `failed` is called once, for an error after which nothing more is done. */
  constructor(
    private readonly batch: number,
    private readonly take: (items: readonly T[]) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  get length(): number {
    return this.#steps.length;
  }

  get isIdle(): boolean {
    return !this.#running;
  }

  /** Puts an item in line. */
  add(item: T): void {
    this.#put({ kind: "item", item });
  }

  /** Puts work in line whose failure is everybody's. */
  run(work: () => Promise<void>): void {
    this.#put({ kind: "work", work, reject: () => {} });
  }

  /** Puts work in line and gives what it gives. */
  result<R>(work: () => Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#put({ kind: "work", work: async () => resolve(await work()), reject });
    });
  }

  #put(step: Step<T>): void {
    if (this.#broken !== null) {
      if (step.kind === "work") step.reject(this.#broken.error);
      return;
    }
    this.#steps.push(step);
    if (!this.#running) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#running = true;
    try {
      for (let step = this.#steps.shift(); step !== undefined; step = this.#steps.shift()) {
        if (step.kind === "item") await this.take([step.item, ...this.#nextItems()]);
        else await this.#do(step);
      }
    } catch (error) {
      this.#break(error);
    } finally {
      this.#running = false;
    }
  }

  async #do({ work, reject }: Extract<Step<T>, { kind: "work" }>): Promise<void> {
    try {
      await work();
    } catch (error) {
      reject(error);
      throw error;
    }
  }

  #nextItems(): T[] {
    const items: T[] = [];
    while (items.length + 1 < this.batch && this.#steps[0]?.kind === "item") {
      const step = this.#steps.shift();
      if (step?.kind === "item") items.push(step.item);
    }
    return items;
  }

  #break(error: unknown): void {
    this.#broken = { error };
    for (const step of this.#steps.splice(0)) if (step.kind === "work") step.reject(error);
    this.failed(error);
  }
}
