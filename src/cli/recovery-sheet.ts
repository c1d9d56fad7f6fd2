import type { Identity } from '../vault/identity.ts';

/** What an organizer prints once: the identity itself, for the day on which file or passphrase is lost. */
export const recoverySheet = (identity: Identity, day: string, passphrase: string | undefined): string => `
----------------------------------------------------------------------------------
Recovery sheet of an organizer of Campaign Kit                          ${day}

Print this page, put it where no stranger finds it, and close this window. It is
shown only now. Whoever has it can open every signature that is sealed to this key.

Public key   ${identity.recipient}

Secret key   ${identity.secret.slice(0, 40)}
             ${identity.secret.slice(40)}
${passphrase === undefined ? '' : `\nPassphrase of the key file   ${passphrase}\n`}
To use it, write the secret key, as one line, into a file and name that file:
    npx campaign export CAMPAIGN --identity FILE
The public age command (age-encryption.org) takes the same file.
----------------------------------------------------------------------------------
`;
