import { nothing, type TemplateResult } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ViewContext } from "../view-context.js";

/** A view in a chunk of its own, fetched when it is needed for the first time. */
export interface LazyChunk {
  /** The view, once it is there. */
  readonly render: ((context: ViewContext) => TemplateResult) | undefined;
  /** Fetches the chunk; false when that failed. May be called ahead of time, and again after a failure. */
  load(): Promise<boolean>;
}

/** @param load the dynamic import, picking the view out of its module */
export function createLazyChunk(load: () => Promise<(context: ViewContext) => TemplateResult>): LazyChunk {
  let render: LazyChunk["render"];
  let loading: Promise<boolean> | undefined;
  return {
    get render() {
      return render;
    },
    load() {
      loading ??= load().then(
        (view) => {
          render = view;
          return true;
        },
        () => {
          loading = undefined;
          return false;
        },
      );
      return loading;
    },
  };
}

/** After a failure the chunk is asked for again with the first render after this pause, in milliseconds. */
const RETRY_MS = 4000;

/** What stands there until the chunk has come, and when it could not. */
export interface LazyPlaceholder {
  readonly loading: TemplateResult;
  readonly failed: (retry: () => void) => TemplateResult;
}

class LazyViewDirective extends AsyncDirective {
  #context: ViewContext | undefined;
  #failedAt: number | undefined;

  override render(
    chunk: LazyChunk,
    context: ViewContext,
    placeholder?: LazyPlaceholder,
  ): TemplateResult | typeof nothing {
    this.#context = context;
    if (chunk.render) return chunk.render(context);
    if (this.#failedAt === undefined || Date.now() - this.#failedAt > RETRY_MS)
      this.#fetch(chunk, placeholder);
    if (this.#failedAt === undefined) return placeholder?.loading ?? nothing;
    return placeholder?.failed(() => this.#fetch(chunk, placeholder)) ?? nothing;
  }

  #fetch(chunk: LazyChunk, placeholder: LazyPlaceholder | undefined): void {
    chunk.load().then((isLoaded) => {
      this.#failedAt = isLoaded ? undefined : Date.now();
      if (this.isConnected && this.#context) this.setValue(this.render(chunk, this.#context, placeholder));
    });
  }
}

/** Renders a {@link LazyChunk} as soon as it is there; without a placeholder, nothing until then. */
export const lazyView = directive(LazyViewDirective);
