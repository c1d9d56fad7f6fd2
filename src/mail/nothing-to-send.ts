/** Why a message is given up without being sent. The sentence holds no personal data. */
export class NothingToSend extends Error {}
