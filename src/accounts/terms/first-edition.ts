/** The terms of use as the product brings them; a province publishes its own editions after them. Paragraphs are parted by an empty line. */
export const firstEdition = {
  edition: '2026-01',
  from: '2026-01-01',
  decision: '90/2016/QĐ-UBND Điều 18; 04/2024/QĐ-UBND Điều 12, Điều 24',
  vi: `Bạn và cơ quan nhà nước giao dịch với nhau bằng phương tiện điện tử theo các nguyên tắc mà điểm a, b, c khoản 1 Điều 48 Luật Giao dịch điện tử 2005 nêu; khi pháp luật về giao dịch điện tử thay đổi, quy định mới được áp dụng.

Bạn giữ bí mật tên đăng nhập, mật khẩu, mã xác thực và khóa truy cập, không cho người khác dùng tài khoản của mình. Khi mất thiết bị hoặc nghi có người khác dùng, bạn khóa tài khoản ngay hoặc báo đường dây nóng.

Bạn khai đúng, đủ và chịu trách nhiệm trước pháp luật về nội dung đã khai, giấy tờ đã nộp. Khi thông tin của bạn thay đổi, bạn cập nhật tài khoản.

Cơ quan chỉ dùng thông tin của bạn để giải quyết thủ tục hành chính và theo quy định của pháp luật, giữ bí mật và ghi lại mỗi lần mở xem. Bạn xem được ai đã mở hồ sơ của mình.

Không gửi nội dung trái pháp luật, không gửi tệp có mã độc, không làm gián đoạn hệ thống. Tài khoản gây hại có thể bị đình chỉ.`,
  en: `You and the authorities deal with each other electronically by the principles named in points a, b and c of Article 48.1 of the Law on Electronic Transactions of 2005; where that law is replaced, the new one applies.

You keep your user name, password, codes and passkeys to yourself and let nobody else use your account. When you lose a device, or somebody else may be using it, you lock the account at once or call the hotline.

What you declare is true and complete, and you answer before the law for it and for the papers you hand in. When your data change you bring your account up to date.

The authorities use your data only to settle procedures and as the law says, keep them secret, and write down every time they are opened. You can see who opened your dossiers.

Nothing unlawful, no malicious file is sent, and the system is not disturbed. An account that does harm may be suspended.`,
} as const
