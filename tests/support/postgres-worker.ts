import { inject } from 'vitest';

/** For `aDatabase`, which tests in a browser use as well. */
process.env.TEST_POSTGRES_URL = inject('postgresUrl');
