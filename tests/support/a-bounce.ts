/** Mails that came back as servers write them, with made-up names. Line ends are as the file has them: LF. */
interface Returned {
  /** The return address that our mail left with. */
  to: string;
  /** Whom our mail was for. */
  recipient?: string;
  status?: string;
  action?: string;
  diagnostic?: string;
}

const original = ({ recipient }: Returned): string => `From: Wanda Example <shown@campaigns.example>
To: Ada Example <${recipient}>
Subject: A question about scores

Dear Ada Example, please ask for the rules.
`;

const defaults = {
  recipient: 'ada.example@example.org',
  status: '5.1.1',
  action: 'failed',
  diagnostic: 'smtp; 550 5.1.1 User unknown in virtual mailbox table',
};

export const aPostfixBounce = (changes: Returned): string => {
  const { to, recipient, status, action, diagnostic } = { ...defaults, ...changes };
  return `Return-Path: <>
X-Original-To: ${to}
Delivered-To: bounces@campaigns.example
Date: Mon, 23 Nov 2026 12:40:00 +0000 (UTC)
From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4Xyz.1700000000/mx.example.net"
Message-Id: <20261123124000.4Xyz@mx.example.net>

This is a MIME-encapsulated message.

--4Xyz.1700000000/mx.example.net
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.net.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

--4Xyz.1700000000/mx.example.net
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
X-Postfix-Queue-ID: 4Xyz
X-Postfix-Sender: rfc822; ${to}
Arrival-Date: Mon, 23 Nov 2026 12:39:59 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example.org
Diagnostic-Code: ${diagnostic}

--4Xyz.1700000000/mx.example.net
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <${to}>
${original({ to, recipient })}
--4Xyz.1700000000/mx.example.net--
`;
};

export const anEximBounce = (changes: Returned): string => {
  const { to, recipient, diagnostic } = { ...defaults, ...changes };
  return `Return-path: <>
Envelope-to: ${to}
Received: from Debian-exim by relay.example.net with local (Exim 4.96) id 1r5abc-0001AB-2C
X-Failed-Recipients: ${recipient}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@relay.example.net>
To: ${to}
References: <abc@campaigns.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=1700000000-eximdsn-1
MIME-Version: 1.0
Subject: Mail delivery failed: returning message to sender

--1700000000-eximdsn-1
Content-type: text/plain; charset=us-ascii

This message was created automatically by mail delivery software.

--1700000000-eximdsn-1
Content-type: message/delivery-status

Reporting-MTA: dns; relay.example.net

Action: failed
Final-Recipient: rfc822;${recipient}
Status: 5.0.0
Remote-MTA: dns; mail.example.org
Diagnostic-Code: ${diagnostic}

--1700000000-eximdsn-1
Content-type: message/rfc822

Return-path: <${to}>
${original({ to, recipient })}
--1700000000-eximdsn-1--
`;
};

export const anExchangeBounce = (changes: Returned): string => {
  const { to, recipient, status } = { ...defaults, status: '5.1.10', ...changes };
  return `From: "Microsoft Outlook" <postmaster@office.example>
To: "${to}" <${to}>
Date: Mon, 23 Nov 2026 12:41:00 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="ad71c3f0-0000-4000-8000-000000000001"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-US
Subject: Undeliverable: A question about scores
MIME-Version: 1.0

--ad71c3f0-0000-4000-8000-000000000001
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="ad71c3f0-0000-4000-8000-000000000002"

--ad71c3f0-0000-4000-8000-000000000002
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

Your message couldn't be delivered.

--ad71c3f0-0000-4000-8000-000000000002
Content-Type: text/html; charset="us-ascii"

<p>Your message couldn't be delivered.</p>

--ad71c3f0-0000-4000-8000-000000000002--

--ad71c3f0-0000-4000-8000-000000000001
Content-Type: message/delivery-status

Reporting-MTA: dns;AB1CD01MB0001.prod.office.example
Received-From-MTA: dns;mx.example.net
Arrival-Date: Mon, 23 Nov 2026 12:40:58 +0000

Final-Recipient: rfc822;${recipient}
Action: failed
Status: ${status}
Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP
 address lookup

--ad71c3f0-0000-4000-8000-000000000001
Content-Type: message/rfc822

${original({ to, recipient })}
--ad71c3f0-0000-4000-8000-000000000001--
`;
};

export const aGmailBounce = (changes: Returned): string => {
  const { to, recipient, status } = { ...defaults, ...changes };
  return `Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
To: ${to}
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
References: <abc@campaigns.example>
In-Reply-To: <abc@campaigns.example>
X-Failed-Recipients: ${recipient}
MIME-Version: 1.0
Content-Type: multipart/report; boundary="000000000000f00d"; report-type=delivery-status

--000000000000f00d
Content-Type: multipart/related; boundary="000000000000f00e"

--000000000000f00e
Content-Type: multipart/alternative; boundary="000000000000f00f"

--000000000000f00f
Content-Type: text/plain; charset="UTF-8"

** Address not found **

--000000000000f00f--
--000000000000f00e
Content-Type: image/png; name="icon.png"
Content-Disposition: attachment; filename="icon.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--000000000000f00e--
--000000000000f00d
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Received-From-MTA: dns; ${to}
Arrival-Date: Mon, 23 Nov 2026 04:40:00 -0800 (PST)
X-Original-Message-ID: <abc@campaigns.example>

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: ${status}
Remote-MTA: dns; mail.example.org. (192.0.2.1, the server for the domain.)
Diagnostic-Code: smtp; 550-${status} The email account that you tried to reach does not exist. Please try
 550-${status} double-checking the recipient's email address.
Last-Attempt-Date: Mon, 23 Nov 2026 04:40:01 -0800 (PST)

--000000000000f00d
Content-Type: message/rfc822

${original({ to, recipient })}
--000000000000f00d--
`;
};

/** In its own words, as qmail does. */
export const aQmailBounce = ({ to, recipient = defaults.recipient }: Returned): string => `Return-Path: <>
Date: 23 Nov 2026 12:40:00 -0000
From: MAILER-DAEMON@old.example.net
To: ${to}
Subject: failure notice

Hi. This is the qmail-send program at old.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${recipient}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

${original({ to, recipient })}`;

/** Somebody is away, and their server says so to the envelope's sender (RFC 3834). */
export const aHolidayNotice = ({
  to,
  recipient = defaults.recipient,
}: Returned): string => `From: Ada Example <${recipient}>
To: ${to}
Subject: Out of office
Auto-Submitted: auto-replied (vacation)

I am back on Monday.
`;

/** A person who overlooked Reply-To. */
export const anAnswer = ({ to, recipient = defaults.recipient }: Returned): string => `From: Ada Example <${recipient}>
To: ${to}
Subject: Re: A question about scores

Thank you for your letter. Delivery failed? No: Status: 5.1.1, Action: failed.
`;
