/** Work for a form, begun when somebody touches it. */
export interface FormWork {
  /** Resolves once it is done, or has failed: the form is sent all the same. */
  done(): Promise<void>;
  /** What was sent is used: the next form needs another. */
  again(): void;
}

/**
 * Works for a form while it is filled in, so that it costs something to send forms in numbers. What comes of it stands in the form's hidden
 * field `work`. Nobody sees it, and whoever never touches the form loads none of it.
 * @param form `data-work` says where work is asked for
 */
export function beginWork(form: HTMLFormElement): FormWork {
  const field = form.querySelector<HTMLInputElement>('[name=work]');
  let working: Promise<void> | undefined;
  const begin = (): Promise<void> =>
    (working ??= import('./do-work.ts')
      .then(({ doWork }) => doWork(form.dataset.work ?? ''))
      .then((done) => {
        if (field) field.value = done;
      })
      .catch(() => undefined));
  form.addEventListener('focusin', () => void begin());
  return {
    done: begin,
    again: () => {
      working = undefined;
      if (field) field.value = '';
    },
  };
}
