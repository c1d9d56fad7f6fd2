/** Something that the person at the keyboard can mend. The message is one readable sentence that says how; no bug. */
export class Refusal extends Error {
  override name = 'Refusal';
}
