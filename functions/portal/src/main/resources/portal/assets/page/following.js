// @ts-check
// A part of a page that follows what is moved: it asks again after a pause, and shows the last answer alone.

import { isAbort } from '../api/api.js';
import { failure } from '../api/failure.js';

/** @template T */
export class Following {
  /**
   * @param {HTMLElement} place
   * @param {number} pause ms between the last change and the question
   * @param {() => Promise<T>} question
   * @param {(answer: T) => void} show
   * @param {(failed: HTMLElement) => void} [fail] shows a failure; as the place's only content where absent
   */
  constructor(place, pause, question, show, fail = (failed) => place.replaceChildren(failed)) {
    this.place = place;
    this.pause = pause;
    this.question = question;
    this.show = show;
    this.fail = fail;
    this.turn = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Asks once nothing more has changed for a while. */
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), this.pause);
  }

  /** Asks now. */
  async ask() {
    const turn = ++this.turn;
    this.place.setAttribute('aria-busy', 'true');
    try {
      const answer = await this.question();
      if (turn === this.turn) {
        this.show(answer);
      }
    } catch (error) {
      if (turn === this.turn && !isAbort(error)) {
        this.fail(failure(error, () => this.ask()));
      }
    }
    if (turn === this.turn) {
      this.place.setAttribute('aria-busy', 'false');
    }
  }
}
