/** @returns the exit code: 0 done, 1 the work failed, 2 the call's words are off */
type Run = (args: string[]) => Promise<number>;

interface Command {
  /** Each command is loaded when it is called: all of them together take a second. */
  load: () => Promise<Run>;
  /** Its lines of the help. */
  help: string;
}

/** Every command, in the order of the help. */
export const commands: Record<string, Command> = {
  new: {
    load: async () => (await import('./new.ts')).newCommand,
    help: '  new <slug>                          make the folder of a new campaign',
  },
  export: {
    load: async () => (await import('./export.ts')).exportCommand,
    help: `\
  export <slug> [--format csv|jsonl]  write its signatures to stdout, or to --out FILE; CSV has an apostrophe
                                      before what a spreadsheet would run, JSON Lines have all as it was typed
                [--force]             write over a FILE that is there already
                [--letters]           instead of them, who wrote to whom
                [--all]               the unconfirmed too
                [--fields a,b|all]    only these columns
                [--purpose TEXT]      what for, for the log: hand-over, updates, check, request, or a few words
         --format xlsx                for spreadsheets: every value as it was typed
         --format action-network|mailchimp|civicrm
                                      for these tools: who confirmed and asked for updates, and nobody else
         --format pack                a document to print and hand over, with the names of those who chose to be shown;
                                      with --with-names everybody's: not for the public`,
  },
  import: {
    load: async () => (await import('./import.ts')).importCommand,
    help: `\
  import <slug> <file.csv>            take in signatures that were gathered elsewhere, apart from the count
         --origin paper|import        on sheets of paper, or by others
         [--dry-run] [--json]         say what would come, and which lines cannot be read; write nothing
         [--map FIELD=COLUMN]         what a column of the file holds
         [--country CODE]             of all whose line names none`,
  },
  recipients: {
    load: async () => (await import('./recipients.ts')).recipientsCommand,
    help: `\
  recipients import <file> [--json]   import a directory of representatives: Popolo JSON, CSV,
                [--force]             congress-legislators, EveryPolitician, or a folder of Open States;
                [--map FIELD=COLUMN]  what a column of a CSV holds; what a file cannot say: --id, --title,
                [--no-sending]        --source, --licence, --as-of DAY, --country CODE, --time-zone ZONE
  recipients diff <file> [--json]     who would come, go and change, before an import
  recipients list [--json]            the directories that are there
  recipients check [<id>] [--json]    what needs attention in them; exit code 1 if anything does
  recipients remove <id>              offer nobody in it any more
  recipients mend <id>                offer those by mail again whose addresses were taken for dead`,
  },
  letters: {
    load: async () => (await import('./letters.ts')).lettersCommand,
    help: `\
  letters simulate <slug> [--json]    when letters would arrive if many wrote at once;
          [--writers 5000] [--each 1] how many write, and to how many representatives each (a number, or all)
          [--country GB] [--at-once]  only to this country's; all in the same hour instead of over two weeks
  letters test <slug> --to ADDRESS    send one letter, marked [TEST], to yourself
  letters status <slug> [--json]      which letters wait for whom and why, and how many went or came back
  letters pause|resume <slug>         hold back all letters that have not left; let them go on`,
  },
  lookup: {
    load: async () => (await import('./lookup.ts')).lookupCommand,
    help: `\
  lookup import <file> --country XX   import which areas postcodes lie in (CSV); replaces the country's table
                [--map postcode=COLUMN] [--map area=COLUMN] [--source TEXT] [--licence TEXT] [--as-of DAY]
                [--force]             also with under half of the rows that are there
  lookup list [--json]                the countries whose postcodes are known
  lookup remove XX                    forget a country's postcodes`,
  },
  stats: {
    load: async () => (await import('./stats.ts')).statsCommand,
    help: '  stats [<slug>] [--json]             signatures by state, letters\n',
  },
  answers: {
    load: async () => (await import('./answers.ts')).answersCommand,
    help: '  answers <slug> [--json]             letters by representative, and whether their writers got an answer',
  },
  pauses: {
    load: async () => (await import('./pauses.ts')).pausesCommand,
    help: `\
  pauses [--json]                     representatives who ask for a pause, and those who are paused
  pauses grant|decline <number>       decide on a request
  pauses resume <representative>      end a pause`,
  },
  organizer: {
    load: async () => (await import('./organizer.ts')).organizerCommand,
    help: `\
  organizer add <handle> --role ROLE  a link for a new owner, editor or viewer of /organize; it works once
  organizer list [--json]             who may sign in there, and who is invited
  organizer role <handle> <role>      give another role
  organizer remove <handle>           sign them out for good
  organizer reset <handle>            a link to begin again, for a lost phone or password`,
  },
  keys: {
    load: async () => (await import('./keys.ts')).keysCommand,
    help: `\
  keys new [--out FILE]               make an organizer's key, on your own computer
  keys list [--json]                  whom signatures are sealed to
  keys add <age1…> --name NAME        seal to one more organizer
  keys retire <name>                  seal to an organizer no longer
  keys rewrap                         open the past to the organizers of today, and to nobody else
  keys protect --out FILE             give the first key a passphrase and move it off the server
  keys check                          prove that a key opens what came in last
`,
  },
  erase: {
    load: async () => (await import('./erase.ts')).eraseCommand,
    help: `\
  erase <slug> [<address>]            delete everything about an address, which is asked for if it is not named,
               [--id N]               or about whoever has this number in the export`,
  },
  retention: {
    load: async () => (await import('./retention.ts')).retentionCommand,
    help: '  retention [<slug>] [--dry-run]      delete what is kept no longer',
  },
  close: {
    load: async () => (await import('./close.ts')).closeCommand,
    help: '  close <slug> [--yes]                close a campaign for good, and forget how to recognise addresses',
  },
  backup: {
    load: async () => (await import('./backup.ts')).backupCommand,
    help: `\
  backup [--out FILE]                 everything, as it stands now, encrypted to the organizers
         [--force]                    write over a FILE that is there already`,
  },
  restore: {
    load: async () => (await import('./restore.ts')).restoreCommand,
    help: '  restore <file> [--without-outbox]   into an empty database; what was erased since stays erased',
  },
  bounce: {
    load: async () => (await import('./bounce.ts')).bounceCommand,
    help: `\
  bounce < mail                       take in one mail that came back, as a mail server hands it over
  bounce --folder DIR [--json]        all of a Maildir, or of a folder of .eml files`,
  },
  doctor: {
    load: async () => (await import('./doctor.ts')).doctorCommand,
    help: '  doctor [--json]                     look whether keys and counts are well',
  },
  seed: {
    load: async () => (await import('./seed.ts')).seedCommand,
    help: '  seed <slug> --signatures N [--yes]  made-up signatures, to try things at size',
  },
};

const notes = `
What opens signatures takes --identity FILE and --passphrase-file FILE; without the first, the identity in the data
folder, if it still lies there. Settings come from the environment; .env.example lists them.
`;

export const helpOfAll = (): string =>
  `Usage: npx campaign <command>\n\n${Object.values(commands)
    .map(({ help }) => `${help}\n`)
    .join('')}${notes}`;

export const helpOf = ({ help }: Command): string => `Usage: npx campaign …\n\n${help.trimEnd()}\n${notes}`;
