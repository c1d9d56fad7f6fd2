/** Goals are reached one after the other. */
export const isRising = (goals: readonly number[]): boolean =>
  goals.every((goal, at) => at === 0 || goal > (goals[at - 1] ?? 0));
