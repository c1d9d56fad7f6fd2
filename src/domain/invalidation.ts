/** An invalidation is worked off a handful of signatures at a time: `running` → `done` → `undoing` → `undone`. */
export type InvalidationState = 'running' | 'done' | 'undoing' | 'undone';
