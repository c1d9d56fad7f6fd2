export const mailbox = {
  title: 'Demo mailbox',
  lead: 'No mail server is set up, so mail is written to files and shown here, on this machine only. With SMTP_URL set it goes out for real and this page is gone.',
  none: 'No mail yet. Sign a petition, and its confirmation lands here.',
  to: 'To',
};

export const mail = {
  back: 'All mails',
  demo: 'This is the demonstration mailbox: this mail has not left this machine.',
  from: 'From',
  to: 'To',
  replyTo: 'Reply to',
  date: 'Time (UTC)',
  noSubject: '(no subject)',
  html: 'Show the HTML version (new tab)',
  headers: 'All headers',
};
