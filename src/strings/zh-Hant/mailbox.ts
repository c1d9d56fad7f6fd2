export const mailbox = {
  title: '示範信箱',
  lead: '還沒有設定郵件伺服器，所以郵件寫成檔案，只在這台機器上顯示在這裡。設定 SMTP_URL 之後，郵件會真的寄出，這一頁也就不復存在。',
  none: '還沒有郵件。參與一項連署，確認郵件就會出現在這裡。',
  to: '收件人',
};

export const mail = {
  back: '所有郵件',
  demo: '這是示範信箱：這封郵件沒有離開這台機器。',
  from: '寄件人',
  to: '收件人',
  replyTo: '回覆地址',
  date: '時間（UTC）',
  noSubject: '（無主旨）',
  html: '顯示 HTML 版本（新分頁）',
  headers: '所有標頭',
};
