export const mailbox = {
  title: '演示邮箱',
  lead: '还没有设置邮件服务器，所以邮件写成文件，只在这台机器上显示在这里。设置 SMTP_URL 之后，邮件会真正发出，这一页也就不再存在。',
  none: '还没有邮件。签署一份请愿，确认邮件就会出现在这里。',
  to: '收件人',
};

export const mail = {
  back: '全部邮件',
  demo: '这是演示邮箱：这封邮件没有离开这台机器。',
  from: '发件人',
  to: '收件人',
  replyTo: '回复地址',
  date: '时间（UTC）',
  noSubject: '（无主题）',
  html: '显示 HTML 版本（新标签页）',
  headers: '全部邮件头',
};
