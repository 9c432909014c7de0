import { momentInShort } from '../documents/index.ts'
import type { Refused } from '../ground/result.ts'
import { type Language, say, type Words } from './language.ts'

/**
 * What is said when the law or the state says no: one sentence that tells what to do. A refusal without its sentence here
 * does not compile at the doors.
 */
export const refusalWords = {
  'purpose-missing': {
    vi: 'Hãy ghi rõ dùng thông tin vào việc gì.',
    en: 'Say what the information is used for.',
  },
  'release-basis-missing': {
    vi: 'Hãy ghi điều luật cho phép cung cấp. Không có căn cứ thì không cung cấp.',
    en: 'Name the article that allows the release. Without a basis nothing is released.',
  },
  'request-document-missing': {
    vi: 'Hãy ghi số và ngày văn bản yêu cầu của cơ quan có thẩm quyền.',
    en: 'Give number and date of the authority’s request.',
  },
  'document-not-yet-issued': {
    vi: 'Ngày của văn bản ở sau hôm nay. Hãy kiểm tra lại ngày.',
    en: 'The date of the document lies ahead. Check it.',
  },
  'consent-missing': {
    vi: 'Người có thông tin chưa đồng ý cho nơi nhận này. Hãy mời họ đồng ý trong mục Đồng ý chia sẻ của tài khoản, rồi làm lại.',
    en: 'The holder has not agreed to this recipient. Ask them to agree in their account, then try again.',
  },
  'outside-consent': {
    vi: 'Phần thông tin hoặc mục đích này nằm ngoài phạm vi người có thông tin đã đồng ý. Hãy chọn lại cho đúng phạm vi, hoặc mời họ đồng ý thêm.',
    en: 'These parts or this purpose lie outside what the holder agreed to. Keep to it, or ask them to agree to more.',
  },
  'officers-have-no-record': {
    vi: 'Tài khoản công vụ không có thông tin cá nhân để chia sẻ. Hãy dùng tài khoản của chính bạn.',
    en: 'An officer’s account holds no data of its own. Use your own account.',
  },
  'consent-period-wrong': {
    vi: 'Ngày cuối phải từ hôm nay trở đi. Hãy chọn lại ngày.',
    en: 'The last day is today or later. Choose another day.',
  },
  'state-secret': {
    vi: 'Tài liệu thuộc bí mật nhà nước không được nộp hay lưu trên hệ thống này. Bạn đừng tải lên; hãy liên hệ Bộ phận Một cửa để nộp trực tiếp theo quy định về bảo vệ bí mật nhà nước.',
    en: 'State secrets are neither filed nor kept in this system. Do not upload them; ask the counter how to hand them in under the rules that protect them.',
  },
  'already-closed': {
    vi: 'Việc này đã được kết luận rồi. Hãy tải lại trang để xem.',
    en: 'This was closed already. Reload the page.',
  },
  'own-alert': {
    vi: 'Việc này liên quan đến tài khoản của bạn, nên người khác kết luận.',
    en: 'This is about your own account, so somebody else closes it.',
  },
  'contact-named-already': {
    vi: 'Cán bộ này đã là đầu mối rồi.',
    en: 'This officer is a contact already.',
  },
  'entry-reason-missing': {
    vi: 'Hãy ghi lý do nhập sau thời điểm nhận hồ sơ giấy.',
    en: 'Say why this is entered after the papers came in.',
  },
  'entry-time-wrong': {
    vi: 'Thời điểm nhận hồ sơ giấy phải ở trước lúc này và không quá 30 ngày. Hãy kiểm tra lại.',
    en: 'The papers came in before now and at most 30 days ago. Check the time.',
  },
  'entry-time-not-online': {
    vi: 'Hồ sơ nộp trực tuyến luôn mang thời điểm nộp. Chỉ hồ sơ giấy mới ghi thời điểm nhận trước đó.',
    en: 'A dossier filed online bears the moment it was filed. Only papers may have come in before.',
  },
  'assignment-period-wrong': {
    vi: 'Ngày cuối của phân công phải từ hôm nay trở đi và không trước ngày đầu. Hãy chọn lại ngày.',
    en: 'An assignment ends today or later, and not before it begins. Choose other days.',
  },
  'unit-not-in-force': {
    vi: 'Đơn vị này đã thôi hoạt động hoặc trùng với đơn vị mới. Hãy chọn đơn vị khác.',
    en: 'This unit has ended already, or is the new one itself. Choose another unit.',
  },
  'units-of-different-kind': {
    vi: 'Chỉ sáp nhập các đơn vị cùng loại. Hãy chọn lại.',
    en: 'Only units of one kind become one. Choose again.',
  },
  'identifier-taken': {
    vi: 'Mã định danh này đã thuộc về đơn vị khác. Hãy ghi mã khác.',
    en: 'This code belongs to another unit. Give another one.',
  },
  'delegates-to-oneself': {
    vi: 'Người giữ vị trí không tự ủy quyền cho mình. Hãy chọn người khác.',
    en: 'Nobody stands in for themselves. Choose another officer.',
  },
  'post-not-delegable': {
    vi: 'Vị trí này không giao thay theo thời hạn. Hãy bổ nhiệm người khác vào vị trí.',
    en: 'This post is not lent for a period. Appoint somebody else to it.',
  },
  'delegation-period-wrong': {
    vi: 'Thời hạn bắt đầu từ hôm nay trở đi, không quá một năm và không quá ngày người giữ vị trí thôi giữ. Hãy chọn lại ngày.',
    en: 'The period begins today or later, lasts at most a year and ends with the post itself. Choose other days.',
  },
  'roles-exclude-each-other': {
    vi: 'Người này đang giữ vị trí không được kiêm với vị trí này. Hãy chọn người khác.',
    en: 'This officer holds a post that excludes this one. Choose another officer.',
  },
  'officer-account-closed': {
    vi: 'Tài khoản của cán bộ này không còn mở. Hãy chọn người khác, hoặc mở lại tài khoản trước.',
    en: 'The account of this officer is not open. Choose another, or open it again first.',
  },
  'post-not-held': {
    vi: 'Vị trí này đã kết thúc sau khi yêu cầu được gửi. Hãy từ chối yêu cầu và để cơ quan gửi lại.',
    en: 'The post ended after this was asked for. Decline it and let the agency ask again.',
  },
  'post-already-proposed': {
    vi: 'Vị trí này đã được đề xuất cho cán bộ này, đang chờ người thứ hai giao.',
    en: 'This post is proposed for this officer already and waits for a second person.',
  },
  'holder-lends-the-post': {
    vi: 'Tỉnh yêu cầu người thứ hai, nên người giữ vị trí tự giao thay. Hãy đề nghị người đó.',
    en: 'The province asks for a second person, so the holder lends the post. Ask the holder.',
  },
  'delegation-overlaps': {
    vi: 'Trong thời hạn này vị trí đã được giao cho người khác. Hãy kết thúc lần giao trước.',
    en: 'The post is lent to somebody else in this period. End that loan first.',
  },
  'post-already-held': {
    vi: 'Cán bộ này đang giữ vị trí đó ở đơn vị. Không cần giao lại.',
    en: 'This officer holds that post already. There is nothing to give.',
  },
  'request-decided': {
    vi: 'Yêu cầu này đã có quyết định. Hãy mở lại danh sách để xem.',
    en: 'This request is decided already. Open the list again to see how.',
  },
  'own-request': {
    vi: 'Bạn đã gửi hoặc đề xuất yêu cầu này, nên người khác quyết định.',
    en: 'You asked for or proposed this, so somebody else decides.',
  },
  'device-setting-wrong': {
    vi: 'Một thông số của thiết bị chưa được chọn hoặc không có trong danh sách.',
    en: 'A setting of the device is not chosen, or is not one of those there are.',
  },
  'field-no-day': {
    vi: 'Ngày ghi theo năm-tháng-ngày, ví dụ 2026-03-02.',
    en: 'Write a day as year-month-day, such as 2026-03-02.',
  },
  'field-exists': {
    vi: 'Đã có trường mang tên này. Hãy chọn tên khác.',
    en: 'There is a field of this name already. Choose another.',
  },
  'not-found': {
    vi: 'Không tìm thấy nội dung bạn cần. Hãy kiểm tra lại mã hoặc đường dẫn.',
    en: 'We could not find this. Check the code or the address.',
  },
  'not-permitted': {
    vi: 'Tài khoản của bạn không được giao việc này. Hãy chuyển cho người có thẩm quyền.',
    en: 'Your account is not assigned to this act. Pass it to whoever is.',
  },
  'stale-version': {
    vi: 'Hồ sơ vừa được người khác thay đổi. Hãy tải lại để xem nội dung mới rồi làm lại.',
    en: 'Somebody else has just changed this dossier. Reload it and try again.',
  },
  'wrong-state': {
    vi: 'Hồ sơ không còn ở bước này. Hãy tải lại để xem hồ sơ đang ở đâu.',
    en: 'The dossier is no longer at this step. Reload it to see where it is.',
  },
  'person-signs-first': {
    vi: 'Lãnh đạo cần ký số trước, sau đó văn thư mới ký số của cơ quan.',
    en: 'The leader signs first; the organisation’s signature comes last.',
  },
  'draft-changed': {
    vi: 'Dự thảo đã thay đổi sau khi bạn mở. Hãy mở lại dự thảo mới rồi quyết định.',
    en: 'The draft has changed since you opened it. Open the new one and decide again.',
  },
  'approver-other-office': {
    vi: 'Thay đổi này cần Chủ tịch UBND tỉnh duyệt. Hãy chuyển để Chủ tịch duyệt.',
    en: 'This change is the chairman’s to approve. Pass it on to the chairman.',
  },
  'approver-not-independent': {
    vi: 'Tài khoản hoặc vị trí của bạn do chính người đề xuất lập, nên bạn chưa duyệt được. Hãy đăng nhập một lần qua hệ thống đăng nhập tập trung, hoặc nhờ một quản trị viên khác xác nhận tài khoản của bạn.',
    en: 'Your account or post was made by the very person who proposes this. Sign in once by the central sign-in, or ask another administrator to confirm your account.',
  },
  'recovery-code-wrong': {
    vi: 'Mã chưa đúng. Hãy hỏi lại cán bộ mã trong thư mới nhất.',
    en: 'The code is wrong. Ask the officer for the one in the latest message.',
  },
  'own-proposal': {
    vi: 'Người đề xuất không tự duyệt đề xuất của mình. Hãy chuyển cho lãnh đạo khác.',
    en: 'Nobody approves their own proposal. Ask another leader.',
  },
  'components-unmarked': {
    vi: 'Hãy đánh dấu từng thành phần hồ sơ là đạt, không đạt hoặc không áp dụng.',
    en: 'Mark every component as passed, failed or not applicable.',
  },
  'component-failed': {
    vi: 'Có thành phần chưa đạt nên chưa thể tiếp nhận. Hãy hướng dẫn người nộp hoàn thiện hồ sơ, hoặc từ chối tiếp nhận và nêu căn cứ.',
    en: 'A component has failed, so the dossier cannot be accepted. Return it with guidance, or reject it and name the basis.',
  },
  'trial-needed': {
    vi: 'Quy trình này chưa được thử nghiệm đạt nên chưa thể đưa vào áp dụng. Hãy cùng các cơ quan liên quan thử nghiệm, ghi kết quả đạt rồi đưa vào áp dụng.',
    en: 'This version has not passed a test, so it cannot be put in force. Test it with the agencies concerned, record that it passed, then put it in force.',
  },
  'trial-ahead': {
    vi: 'Ngày thử nghiệm chưa đến. Ghi ngày đã thử nghiệm, từ hôm nay trở về trước.',
    en: 'The day of the test lies ahead. Give the day on which it was tested, today or before.',
  },
  'already-in-force': {
    vi: 'Bản này đã được đưa vào áp dụng. Hãy tải lại danh sách.',
    en: 'This version has been put in force already. Reload the list.',
  },
  'already-held': {
    vi: 'Giấy tờ này đã có trong kho giấy tờ điện tử của người nộp và đã được xác thực, nên không yêu cầu nộp hay xuất trình lại. Hãy dùng bản trong kho; trường hợp đặc biệt vẫn cần thì ghi rõ lý do.',
    en: 'This paper is in the applicant’s electronic record and authenticated, so it is not asked for again. Use the one in the record; in a special case write down why it is still needed.',
  },
  'papers-unanswered': {
    vi: 'Ghi kết quả cho từng giấy tờ đã yêu cầu xuất trình, mỗi giấy tờ một lần: xuất trình bằng bản nào và có khớp hay không.',
    en: 'Record each paper that was called for, once: by what it was presented and whether it agrees.',
  },
  'papers-contradict-outcome': {
    vi: 'Kết quả chung không khớp với kết quả của từng giấy tờ. Chỉ ghi là đúng với hồ sơ khi mọi giấy tờ đã được xuất trình và khớp.',
    en: 'The outcome contradicts the papers. It is as the dossier says only when every paper was presented and agrees.',
  },
  'nothing-supplied': {
    vi: 'Bạn chưa sửa tờ khai và chưa đính kèm giấy tờ nào. Hãy sửa hoặc đính kèm rồi gửi lại.',
    en: 'Neither the form nor a paper was changed. Change or attach something, then send it again.',
  },
  'nothing-changed': {
    vi: 'Nội dung bạn gửi giống hệt bản đã nộp nên chưa có gì để sửa. Hãy sửa ít nhất một chỗ rồi gửi lại.',
    en: 'What you sent is what was filed already, so there is nothing to change. Change at least one thing and send it again.',
  },
  'asked-paper-unanswered': {
    vi: 'Giấy tờ được yêu cầu chưa có trong lần gửi này. Hãy đính kèm giấy tờ mới, hoặc ghi rõ vì sao giữ nguyên, rồi gửi lại.',
    en: 'A paper that was asked for is not among what you sent. Attach it anew, or say why it stays as it is, and send again.',
  },
  'nothing-to-supplement': {
    vi: 'Chưa có thành phần nào được đánh dấu không đạt. Hãy đánh dấu giấy tờ cần bổ sung và ghi lý do.',
    en: 'No component is marked as failed. Mark what is to be supplemented and give the reason.',
  },
  'guidance-exhausted': {
    vi: 'Hồ sơ đã được hướng dẫn đủ số lần quy định. Hãy tiếp nhận hoặc từ chối tiếp nhận và nêu căn cứ.',
    en: 'The dossier has been guided as often as is allowed. Accept it, or reject it and name the basis.',
  },
  'supplement-exhausted': {
    vi: 'Hồ sơ đã được yêu cầu bổ sung đủ số lần quy định. Hãy giải quyết theo giấy tờ đang có.',
    en: 'More papers have been asked for as often as is allowed. Settle the dossier with what is there.',
  },
  'apology-needed': {
    vi: 'Yêu cầu lần này phải kèm thư xin lỗi do giám đốc trung tâm ký. Hãy đề nghị giám đốc ký thư trước rồi gửi lại.',
    en: 'This request goes out with a letter of apology signed by the director of the centre. Have the letter signed first.',
  },
  'apology-not-owed': {
    vi: 'Hồ sơ này chưa có việc cần xin lỗi như bạn chọn, hoặc việc đó đã có thư xin lỗi. Hãy chọn đúng lý do hoặc bỏ qua bước này.',
    en: 'Nothing in this dossier calls for such an apology yet, or its letter was sent already. Choose another cause or leave this out.',
  },
  'papers-do-not-match': {
    vi: 'Bản giấy không khớp với bản đã nộp nên chưa thể trả kết quả. Hãy chọn “Ghi kết quả đối chiếu bản giấy”, ghi chỗ khác nhau, làm rõ với người nộp rồi đối chiếu lại.',
    en: 'The papers do not match what was filed, so the result cannot be returned yet. Use “Record the paper check” to say what differs, clear it up and check again.',
  },
  'paper-check-needed': {
    vi: 'Hồ sơ có bản chụp chưa ký số. Hãy đối chiếu với bản giấy trước khi trả kết quả.',
    en: 'The dossier has scans that nobody signed. Check them against the papers before the result is returned.',
  },
  'too-early-to-give-up': {
    vi: 'Chưa hết thời gian chờ người nộp đến nhận kết quả. Hãy tiếp tục giữ kết quả tại quầy.',
    en: 'The applicant still has time to collect the result. Keep it at the counter.',
  },
  'register-too-long': {
    vi: 'Sổ theo dõi của khoảng thời gian này quá dài. Hãy chọn khoảng ngắn hơn.',
    en: 'The register of this period is too long for one paper. Choose a shorter one.',
  },
  'component-missing': {
    vi: 'Hồ sơ còn thiếu giấy tờ bắt buộc. Hãy đính kèm đủ rồi nộp lại.',
    en: 'A required paper is missing. Attach it and submit again.',
  },
  'component-unknown': {
    vi: 'Thủ tục này không có thành phần hồ sơ bạn nêu. Hãy chọn trong danh sách của thủ tục.',
    en: 'This procedure has no such component. Choose one from its list.',
  },
  'reason-needed': {
    vi: 'Hãy ghi lý do để người nộp hiểu và làm theo được.',
    en: 'Give the reason, so that the applicant can act on it.',
  },
  'procedure-not-open': {
    vi: 'Thủ tục này mới được công bố trong danh mục quốc gia, chưa nhận hồ sơ tại đây. Hãy xem nơi nộp ở trang của thủ tục.',
    en: 'This procedure is published in the national catalogue and is not filed here yet. Its page says where to file.',
  },
  'form-incomplete': {
    vi: 'Tờ khai còn chỗ cần điền hoặc cần sửa. Hãy xem từng mục được đánh dấu.',
    en: 'The form needs more. See each marked field.',
  },
  'reason-missing': {
    vi: 'Thành phần không đạt cần ghi rõ lý do để người nộp sửa được.',
    en: 'A failed component needs its reason, so that the applicant can mend it.',
  },
  'result-incomplete': {
    vi: 'Kết quả còn thiếu nội dung. Hãy ghi đủ các mục được đánh dấu.',
    en: 'The result lacks something. Fill in each marked field.',
  },
  'agency-not-competent': {
    vi: 'Cơ quan này không giải quyết thủ tục bạn chọn. Hãy chọn cơ quan khác trong danh sách.',
    en: 'This agency does not settle the procedure. Choose one from the list.',
  },
  'channel-closed': {
    vi: 'Thủ tục này không nhận hồ sơ qua kênh bạn chọn. Hãy chọn kênh khác.',
    en: 'This procedure is not taken in by that channel. Choose another.',
  },
  'audience-closed': {
    vi: 'Thủ tục này không dành cho loại tài khoản của người nộp. Hãy nộp bằng tài khoản cá nhân hoặc tài khoản tổ chức cho đúng đối tượng.',
    en: 'This procedure is not for this kind of account. File with a personal or an organisation account, as the procedure says.',
  },
  'phone-wrong': {
    vi: 'Số điện thoại gồm 10 chữ số với di động, 11 chữ số với máy bàn. Hãy kiểm tra và nhập lại.',
    en: 'A phone number has 10 digits for a mobile and 11 for a landline. Check it and enter it again.',
  },
  'return-closed': {
    vi: 'Thủ tục này không trả kết quả theo cách bạn chọn. Hãy chọn cách khác.',
    en: 'This procedure does not return results that way. Choose another.',
  },
  'applicant-needed': {
    vi: 'Hồ sơ nộp tại quầy hoặc qua bưu chính cần thông tin của người nộp.',
    en: 'A dossier filed at the counter or by post needs the applicant’s particulars.',
  },
  'officers-file-at-the-counter': {
    vi: 'Tài khoản công vụ chỉ nhập hồ sơ tại quầy hoặc qua bưu chính. Hãy dùng tài khoản cá nhân để nộp hồ sơ của mình.',
    en: 'An official account enters dossiers from the counter or the post only. Use your personal account for your own.',
  },
  'file-not-yours': {
    vi: 'Không tìm thấy tệp đính kèm. Hãy tải tệp lên lại.',
    en: 'The attached file was not found. Upload it again.',
  },
  'item-is-a-refusal': {
    vi: 'Văn bản từ chối không dùng làm giấy tờ của hồ sơ khác. Hãy chọn giấy tờ khác trong kho hoặc tải tệp lên.',
    en: 'A refusal cannot serve as a paper of another dossier. Choose another item of your record or upload a file.',
  },
  'item-not-yours': {
    vi: 'Không tìm thấy giấy tờ này trong kho của bạn. Hãy chọn giấy tờ khác hoặc tải tệp lên.',
    en: 'This item is not in your record. Choose another or upload a file.',
  },
  'file-empty': { vi: 'Tệp không có nội dung. Hãy chọn lại tệp đúng.', en: 'The file is empty. Choose the right one.' },
  'file-too-large': {
    vi: 'Tệp lớn hơn 20 MB. Hãy quét lại ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.',
    en: 'The file is larger than 20 MB. Scan it at a lower resolution or split it.',
  },
  'file-not-what-it-says': {
    vi: 'Nội dung tệp không đúng với loại tệp. Hãy lưu lại thành PDF, JPEG hoặc PNG rồi tải lên.',
    en: 'The file is not what its name says. Save it as PDF, JPEG or PNG and upload again.',
  },
  'file-infected': {
    vi: 'Tệp này có mã độc nên không được nhận; hệ thống đã cách ly tệp và báo bộ phận an toàn thông tin. Hãy quét lại giấy tờ gốc trên máy khác rồi gửi tệp mới.',
    en: 'This file carries malicious software; it was not taken, lies in quarantine and was reported. Scan the paper again on another machine.',
  },
  'scanner-away': {
    vi: 'Chưa kiểm tra được mã độc nên chưa nhận tệp. Hãy gửi lại sau ít phút.',
    en: 'The file cannot be checked for malicious software just now, so it was not taken. Send it again in a few minutes.',
  },
  'file-kind-refused': {
    vi: 'Chỉ nhận tệp PDF, JPEG hoặc PNG. Hãy lưu giấy tờ ở một trong ba loại này.',
    en: 'Only PDF, JPEG or PNG is taken. Save the paper as one of these.',
  },
  'file-locked': {
    vi: 'Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
    en: 'The PDF has a password. Remove it and upload again.',
  },
  'too-many-loose-files': {
    vi: 'Bạn có quá nhiều tệp đã tải lên mà chưa đính kèm vào hồ sơ nào. Hãy đính kèm các tệp đó, hoặc chờ: tệp không dùng được xóa sau 7 ngày.',
    en: 'You have too many uploaded files that are in no dossier. Attach them, or wait: unused files are removed after 7 days.',
  },
  'file-too-many-pages': {
    vi: 'Tệp PDF có hơn 2.000 trang. Hãy tách thành nhiều tệp rồi tải lên lại.',
    en: 'The PDF has more than 2,000 pages. Split it and upload again.',
  },
  'attachment-repeated': {
    vi: 'Một tệp chỉ đính kèm một lần cho mỗi giấy tờ. Hãy bỏ tệp bị lặp rồi gửi lại.',
    en: 'A file is attached once to each paper. Remove the repeated one and send it again.',
  },
  'image-too-large': {
    vi: 'Ảnh lớn hơn 40 triệu điểm ảnh. Hãy giảm kích thước ảnh rồi tải lên lại.',
    en: 'The picture has more than 40 megapixels. Make it smaller and upload again.',
  },
  'dossier-too-large': {
    vi: 'Các tệp của hồ sơ vượt quá 200 MB. Hãy giảm dung lượng rồi đính kèm lại.',
    en: 'The files of the dossier exceed 200 MB. Make them smaller and attach again.',
  },
  'no-such-officer': {
    vi: 'Không có chuyên viên này trong cơ quan. Hãy chọn người trong danh sách.',
    en: 'The agency has no such officer. Choose one from the list.',
  },
  'pin-wrong': {
    vi: 'Mã PIN ký số chưa đúng. Hãy nhập lại; nhập sai quá số lần quy định thì thiết bị bị khóa.',
    en: 'The signing PIN is wrong. Try again; too many wrong entries lock the device.',
  },
  'pin-needed': { vi: 'Hãy nhập mã PIN ký số của bạn.', en: 'Enter your signing PIN.' },
  'device-locked': {
    vi: 'Thiết bị ký số đã bị khóa vì nhập sai mã PIN nhiều lần. Hãy làm thủ tục mở khóa thiết bị.',
    en: 'The signing device is locked after too many wrong PINs. Have it unlocked.',
  },
  'no-certificate': {
    vi: 'Bạn chưa được giao chứng thư số còn hiệu lực để ký việc này. Hãy liên hệ người quản lý thuê bao.',
    en: 'You hold no valid certificate for this signature. Ask the subscriber manager.',
  },
  'already-signed': {
    vi: 'Văn bản đã có chữ ký số này. Hãy tải lại để xem bước tiếp theo.',
    en: 'The paper already has this signature. Reload to see the next step.',
  },
  'organisation-signature-missing': {
    vi: 'Văn bản chưa có chữ ký số của cơ quan. Hãy ký số của cơ quan trước khi phát hành.',
    en: 'The organisation’s signature is missing. Sign for the organisation before issuing.',
  },
  'signature-not-valid': {
    vi: 'Có chữ ký số trên văn bản không còn hợp lệ. Hãy trả lại để lập và ký văn bản mới.',
    en: 'A signature on the paper is not valid any more. Send it back to be drawn up and signed anew.',
  },
  'already-rated': {
    vi: 'Bạn đã đánh giá hồ sơ này. Cảm ơn bạn.',
    en: 'You have already rated this dossier. Thank you.',
  },
  'not-yet-returned': {
    vi: 'Bạn có thể đánh giá sau khi nhận kết quả.',
    en: 'You can rate once the result has been returned.',
  },
  'sign-in-failed': {
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra và nhập lại.',
    en: 'The name or the password is wrong. Check both and try again.',
  },
  'sign-in-locked': {
    vi: 'Tạm thời không đăng nhập được tài khoản này từ nơi bạn đang dùng vì đã nhập sai nhiều lần. Hãy thử lại sau hoặc liên hệ quầy hỗ trợ.',
    en: 'After too many failures this account cannot be signed in from where you are for a while. Try again later or ask the help desk.',
  },
  'account-closed': {
    vi: 'Tài khoản này đang tạm ngừng hoặc đã đóng. Hãy liên hệ quầy hỗ trợ.',
    en: 'This account is suspended or closed. Ask the help desk.',
  },
  'account-merged': {
    vi: 'Tài khoản này đã được gộp vào một tài khoản khác của bạn. Hãy đăng nhập bằng tài khoản đó.',
    en: 'This account was merged into another one of yours. Sign in with that one.',
  },
  'merge-target-unfit': {
    vi: 'Tài khoản được giữ lại đã đóng, đang bị khóa hoặc chưa được xác thực. Hãy xác thực tài khoản đó trước, hoặc giữ lại tài khoản kia.',
    en: 'The account to keep is closed, locked or not authenticated. Have it confirmed first, or keep the other one.',
  },
  'merge-names-differ': {
    vi: 'Hai tài khoản mang hai họ tên khác nhau. Nếu đúng là một người, hãy đính chính họ tên trước rồi gộp.',
    en: 'The two accounts bear two names. If they are one person’s, have the name corrected first, then merge.',
  },
  'number-of-merged': {
    vi: 'Số này thuộc một tài khoản đã gộp của người mang tên khác. Hãy kiểm tra lại số và họ tên; nếu đúng, nhờ người quản trị tài khoản xem trước khi tiếp nhận.',
    en: 'This number is that of a merged account of somebody of another name. Check both; if they are right, ask whoever manages accounts first.',
  },
  'wrong-account-state': {
    vi: 'Tài khoản đang ở trạng thái khác nên không làm được việc này. Hãy tải lại để xem trạng thái hiện tại.',
    en: 'The account stands otherwise, so this cannot be done. Reload to see how it stands now.',
  },
  'account-paused': {
    vi: 'Bạn đã tạm ngừng tài khoản này. Đánh dấu “Dùng lại tài khoản” rồi đăng nhập để tiếp tục.',
    en: 'You paused this account. Tick “Use the account again” and sign in to go on.',
  },
  'standing-reason-needed': {
    vi: 'Hãy ghi rõ lý do hoặc giấy tờ đã đối chiếu; nội dung này được lưu cùng thay đổi.',
    en: 'Say why, or which papers were seen; this is kept with the change.',
  },
  'account-not-proven': {
    vi: 'Tài khoản của bạn chưa được xác thực. Hãy đăng nhập bằng VNeID, hoặc mang giấy tờ tùy thân đến quầy tiếp nhận để xác thực.',
    en: 'Nobody has confirmed yet that this account is yours. Sign in with VNeID, or bring your identity paper to a counter.',
  },
  'own-account': {
    vi: 'Bạn không tự quản lý tài khoản của chính mình. Hãy đề nghị người quản trị khác.',
    en: 'Nobody manages their own account. Ask another administrator.',
  },
  'second-factor-needed': {
    vi: 'Tài khoản này cần xác thực thêm một bước. Hãy nhập mã từ ứng dụng xác thực hoặc dùng khóa truy cập của bạn.',
    en: 'This account needs a second step. Enter the code of your authenticator app, or use your passkey.',
  },
  'second-factor-set': {
    vi: 'Bạn đã bật xác thực hai bước. Nếu đổi thiết bị, hãy đến quầy hoặc liên hệ quản trị để được cấp lại.',
    en: 'The second step is set already. If you change the device, come to a counter or ask the administrator.',
  },
  'second-factor-unset': {
    vi: 'Bạn chưa bật xác thực hai bước. Hãy quét mã QR trước rồi nhập mã.',
    en: 'The second step is not set yet. Scan the QR code first, then enter the code.',
  },
  'otp-wrong': {
    vi: 'Mã chưa đúng hoặc đã dùng rồi. Hãy đợi mã mới trên thiết bị và nhập lại.',
    en: 'The code is wrong or was used already. Wait for the next one and try again.',
  },
  'request-incomplete': {
    vi: 'Khi gộp, hãy ghi đúng tài khoản được giữ lại; khi đính chính, hãy chọn mục và ghi nội dung đúng.',
    en: 'For a merge name the account to keep; for a correction choose what and give the right value.',
  },
  'account-request-decided': {
    vi: 'Đề nghị này đã được trả lời. Hãy tải lại danh sách.',
    en: 'This request was answered already. Reload the list.',
  },
  'own-account-request': {
    vi: 'Bạn không tự trả lời đề nghị của mình. Hãy chuyển cho người quản trị khác.',
    en: 'Nobody answers their own request. Pass it to another administrator.',
  },
  'officer-has-account': {
    vi: 'Cán bộ này đã có tài khoản. Mỗi cán bộ dùng một tài khoản; hãy tìm tài khoản đó trong danh sách.',
    en: 'This officer has an account already. Each officer uses one; look for it in the list.',
  },
  'staff-sign-in-central': {
    vi: 'Cán bộ của tỉnh đăng nhập bằng hệ thống đăng nhập tập trung. Hãy chọn cách đăng nhập đó trên trang này.',
    en: 'The province’s officers sign in at the central sign-in. Choose it on this page.',
  },
  'change-decided': {
    vi: 'Nội dung sửa này đã được giải quyết. Hãy tải lại trang để xem giá trị đang dùng.',
    en: 'This change was decided already. Reload the page to see the value in use.',
  },
  'update-needed': {
    vi: 'Trước khi nộp hồ sơ, hãy cập nhật hoặc xác nhận thông tin tài khoản của bạn.',
    en: 'Before filing, bring the data of your account up to date or confirm them.',
  },
  'register-nationally': {
    vi: 'Tài khoản được đăng ký tại Cổng Dịch vụ công quốc gia. Hãy đăng ký ở đó rồi đăng nhập bằng tài khoản ấy.',
    en: 'Accounts are registered at the National Public Service Portal. Register there, then sign in with that account.',
  },
  'representative-needed': {
    vi: 'Tài khoản của tổ chức cần có người đại diện theo pháp luật. Hãy ghi họ tên người đại diện.',
    en: 'An organisation’s account needs its legal representative. Give their name.',
  },
  'representation-period-wrong': {
    vi: 'Ngày cuối phải từ hôm nay trở đi và không trước ngày đầu. Hãy chọn lại ngày.',
    en: 'The last day must be today or later, and not before the first. Choose other days.',
  },
  'represents-oneself': {
    vi: 'Người đại diện và người được đại diện phải là hai người khác nhau. Hãy kiểm tra lại số đã nhập.',
    en: 'Nobody represents themselves. Check the number.',
  },
  'representation-decided': {
    vi: 'Đề nghị này đã được giải quyết, đã chấm dứt, hoặc là của chính bạn. Hãy tải lại danh sách.',
    en: 'This was decided or ended already, or is your own. Reload the list.',
  },
  'representation-missing': {
    vi: 'Bạn chưa được ghi nhận là người đại diện, hoặc việc đại diện đã hết hạn hay chấm dứt. Hãy nộp cho chính mình, hoặc đề nghị ghi nhận đại diện trước.',
    en: 'You are not known as a representative here, or no longer. File for yourself, or ask to be recorded first.',
  },
  'terms-not-accepted': {
    vi: 'Hãy đọc và đồng ý điều khoản sử dụng đang có hiệu lực để tiếp tục.',
    en: 'Read and accept the terms of use in force to go on.',
  },
  'terms-changed': {
    vi: 'Điều khoản sử dụng vừa có bản mới. Hãy đọc bản mới rồi đồng ý.',
    en: 'A new edition of the terms came into force. Read it, then accept it.',
  },
  'terms-day-wrong': {
    vi: 'Ngày có hiệu lực phải từ hôm nay trở đi và chưa có bản nào khác. Hãy chọn ngày khác.',
    en: 'The day must be today or later, and without another edition. Choose another day.',
  },
  'passkey-stale': {
    vi: 'Lần hỏi khóa truy cập này đã quá hạn, đã dùng rồi hoặc thuộc về trình duyệt khác. Hãy tải lại trang và thử lại.',
    en: 'This question to the passkey is too old, was answered already or belongs to another browser. Reload the page and try again.',
  },
  'passkey-wrong': {
    vi: 'Khóa truy cập này không dùng được ở đây. Hãy chọn khóa khác, hoặc đăng nhập bằng cách khác.',
    en: 'This passkey does not work here. Choose another one, or sign in another way.',
  },
  'passkey-known': {
    vi: 'Khóa truy cập này đã được thêm rồi. Hãy dùng thiết bị khác nếu muốn thêm khóa mới.',
    en: 'This passkey was added already. Use another device to add a new one.',
  },
  'passkeys-too-many': {
    vi: 'Tài khoản đã có đủ 20 khóa truy cập. Hãy bỏ khóa không dùng nữa rồi thêm khóa mới.',
    en: 'The account has 20 passkeys already. Remove one you no longer use, then add the new one.',
  },
  'login-stale': {
    vi: 'Lần đăng nhập này đã quá hạn, đã dùng rồi hoặc được bắt đầu ở trình duyệt khác. Hãy bắt đầu đăng nhập lại từ trang này.',
    en: 'This sign-in is too old, was used already or was begun in another browser. Begin again from this page.',
  },
  'login-denied': {
    vi: 'Bạn đã chọn không đăng nhập ở hệ thống kia. Hãy thử lại khi sẵn sàng, hoặc chọn cách đăng nhập khác.',
    en: 'You chose not to sign in at the other system. Try again when you are ready, or sign in another way.',
  },
  'login-code-used': {
    vi: 'Mã đăng nhập đã được dùng hoặc đã hết hạn. Hãy bắt đầu đăng nhập lại.',
    en: 'The sign-in code was used already or has expired. Begin again.',
  },
  'login-token-expired': {
    vi: 'Xác nhận đăng nhập đã hết hạn trước khi đến đây. Hãy bắt đầu đăng nhập lại.',
    en: 'The confirmation of your sign-in had expired when it came here. Begin again.',
  },
  'login-token-wrong': {
    vi: 'Xác nhận đăng nhập không đúng nên không được dùng. Hãy bắt đầu lại; nếu vẫn gặp thông báo này, hãy gọi đường dây nóng.',
    en: 'The confirmation of your sign-in is not valid and was not used. Begin again; if this comes back, call the hotline.',
  },
  'login-away': {
    vi: 'Hệ thống đăng nhập kia chưa trả lời. Hãy thử lại sau ít phút hoặc chọn cách đăng nhập khác.',
    en: 'The other system does not answer. Try again in some minutes, or sign in another way.',
  },
  'login-identity-missing': {
    vi: 'Hệ thống kia chưa cho biết số định danh hoặc mã số thuế của bạn. Hãy hoàn tất định danh ở đó, hoặc đến nơi tiếp nhận để được hỗ trợ.',
    en: 'The other system did not give your identity number or tax code. Complete your identification there, or come to a counter.',
  },
  'login-identity-changed': {
    vi: 'Số định danh nhận được khác với tài khoản đã liên kết. Hãy đến nơi tiếp nhận để được kiểm tra.',
    en: 'The identity number received is not that of the account linked before. Come to a counter to have it checked.',
  },
  'login-account-missing': {
    vi: 'Bạn chưa được cấp tài khoản cán bộ trên hệ thống này. Hãy liên hệ quản trị của cơ quan.',
    en: 'You have no officer’s account here yet. Ask the administrator of your agency.',
  },
  'too-many-requests': {
    vi: 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ vài phút rồi thử lại.',
    en: 'Too many requests in a short time. Wait a few minutes and try again.',
  },
  'sign-in-needed': { vi: 'Phiên làm việc đã hết. Hãy đăng nhập lại.', en: 'You are signed out. Sign in again.' },
  'password-change-needed': {
    vi: 'Hãy đổi mật khẩu được cấp lần đầu trước khi tiếp tục.',
    en: 'Change your first password before you go on.',
  },
  'password-weak': {
    vi: 'Mật khẩu cần ít nhất 8 ký tự, có chữ thường, chữ hoa, chữ số và ký tự khác. Hãy chọn mật khẩu khác.',
    en: 'A password needs 8 signs or more: small and capital letters, a digit and another sign.',
  },
  'password-wrong': {
    vi: 'Mật khẩu hiện tại chưa đúng. Hãy nhập lại.',
    en: 'The present password is wrong. Enter it again.',
  },
  'fresh-sign-in-needed': {
    vi: 'Để hủy tài khoản, hãy đăng nhập lại rồi làm việc này trong vòng 10 phút.',
    en: 'To close the account, sign in again and do this within 10 minutes.',
  },
  'password-same': {
    vi: 'Mật khẩu mới phải khác mật khẩu cũ. Hãy chọn mật khẩu khác.',
    en: 'The new password must differ from the old one.',
  },
  'username-taken': {
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'This name is taken. Choose another.',
  },
  'identity-has-account': {
    vi: 'Số định danh hoặc mã số thuế này đã có tài khoản. Hãy đăng nhập, hoặc liên hệ quầy hỗ trợ nếu quên mật khẩu.',
    en: 'This identity number or tax code already has an account. Sign in, or ask the help desk.',
  },
  'name-wrong': {
    vi: 'Tên cần có chữ; tên người không có chữ số hay dấu lạ. Hãy ghi đúng như trên giấy tờ.',
    en: 'A name needs letters; a person’s name has no digits or odd signs. Write it as on the papers.',
  },
  'identity-number-wrong': {
    vi: 'Số định danh cá nhân gồm 12 chữ số như trên thẻ căn cước. Hãy kiểm tra và nhập lại.',
    en: 'A personal identity number has 12 digits, as on the card. Check it and enter it again.',
  },
  'tax-code-wrong': {
    vi: 'Mã số thuế gồm 10 chữ số, chi nhánh thêm gạch nối và 3 chữ số. Hãy kiểm tra và nhập lại.',
    en: 'A tax code has 10 digits, a branch adds a dash and 3 digits. Check it and enter it again.',
  },
  'key-reused': {
    vi: 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác. Hãy tạo khóa mới.',
    en: 'This idempotency key was used with another request. Make a new one.',
  },
  'form-expired': {
    vi: 'Biểu mẫu đã hết hạn. Hãy mở lại trang và gửi lại.',
    en: 'The form has expired. Open the page again and resend.',
  },
  'calendar-not-understood': {
    vi: 'Tệp lịch có chỗ chưa đúng nên chưa thay đổi gì. Hãy sửa các dòng được nêu rồi nạp lại.',
    en: 'The calendar file has mistakes, so nothing was changed. Mend the lines named and load it again.',
  },
  'calendar-year-missing': {
    vi: 'Giữa năm này và lịch đã có còn thiếu một năm. Hãy nạp lịch của năm còn thiếu trước.',
    en: 'A year is missing between this one and the calendar so far. Load the missing year first.',
  },
  'clock-is-behind': {
    vi: 'Đồng hồ máy chủ đang chậm hơn lần thay đổi lịch gần nhất. Hãy chỉnh giờ máy chủ rồi làm lại.',
    en: 'The server’s clock stands before the last change of the calendar. Set it right and try again.',
  },
  'setting-not-understood': {
    vi: 'Giá trị này không dùng được cho cài đặt. Hãy chọn hoặc ghi lại theo mẫu.',
    en: 'This value does not fit the setting. Choose or write it as the form shows.',
  },
  'setting-kept-elsewhere': {
    vi: 'Giờ làm việc được đổi ở trang Lịch làm việc, nơi bạn thấy hồ sơ nào đổi ngày hẹn.',
    en: 'Office hours are changed on the page of the working calendar, where you see whose dates move.',
  },
  'setting-from-gone-by': {
    vi: 'Ngày bắt đầu áp dụng đã qua. Hãy chọn hôm nay hoặc một ngày sau, vì hồ sơ cũ giữ quy định của ngày tiếp nhận.',
    en: 'The day from which it should hold has gone by. Choose today or later: earlier dossiers keep the rules of their reception.',
  },
  'setting-already-decided': {
    vi: 'Đề xuất này đã được quyết định. Hãy tải lại trang để xem giá trị đang áp dụng.',
    en: 'This proposal has been decided already. Reload the page to see what holds.',
  },
  'approval-reference-missing': {
    vi: 'Hãy ghi số và ngày của văn bản phê duyệt hoặc biên bản kiểm thử.',
    en: 'Give number and day of the paper that approves it, or of the test record.',
  },
  'promised-date-gone-by': {
    vi: 'Thay đổi này đưa ngày hẹn của một số hồ sơ về thời điểm đã qua, nên không áp dụng được. Hãy chọn ngày khác hoặc giải quyết các hồ sơ đó trước.',
    en: 'This would move promised dates back to an hour already gone by, so it cannot be applied. Choose another day, or settle those dossiers first.',
  },
  'budgets-do-not-fit': {
    vi: 'Thời gian của các bước cộng lại không bằng thời hạn giải quyết. Hãy sửa thời gian từng bước cho khớp.',
    en: 'The time of the steps does not make up the time limit. Change the steps until it does.',
  },
  'return-inside-the-clock': {
    vi: 'Bước trả kết quả không tính vào thời hạn giải quyết. Hãy đặt bước cuối nằm ngoài thời hạn.',
    en: 'Returning the result is not part of the time limit. Put the last step outside the clock.',
  },
  'no-such-agency': {
    vi: 'Cơ quan bạn chọn không có cán bộ trả lời ý kiến, hoặc chính là cơ quan đang giải quyết. Hãy chọn cơ quan khác.',
    en: 'The chosen agency has nobody to answer, or is the one that settles the dossier. Choose another one.',
  },
  'already-asked': {
    vi: 'Cơ quan này đã được hỏi và còn trong thời hạn trả lời. Hãy chờ ý kiến hoặc chọn cơ quan khác.',
    en: 'This agency has been asked and still has time to answer. Wait for its opinion or choose another one.',
  },
  'opinion-time-is-set': {
    vi: 'Thủ tục này đã quy định thời hạn lấy ý kiến. Hãy bỏ thời hạn bạn nhập.',
    en: 'The procedure itself says how long an opinion may take. Leave out the time you entered.',
  },
  'leg-closed': {
    vi: 'Phần việc này đã kết thúc nên không gửi thêm được. Hãy tải lại để xem kết quả.',
    en: 'This leg has ended, nothing more can be sent. Reload it to see how.',
  },
  'earlier-leg-open': {
    vi: 'Phần việc trước chưa có kết quả. Hãy chờ kết quả đó rồi gửi kết quả của cơ quan bạn.',
    en: 'An earlier leg has no result yet. Wait for it, then hand in yours.',
  },
  'legs-open': {
    vi: 'Cơ quan phối hợp chưa gửi đủ kết quả. Hãy chờ đủ kết quả rồi trình.',
    en: 'Not every participating agency has handed in its result. Wait for all of them.',
  },
  'next-agency-decides': {
    vi: 'Theo quy trình, cơ quan tiếp theo mới quyết định kết quả. Hãy trình chuyển cơ quan tiếp theo, hoặc đề xuất từ chối và nêu lý do.',
    en: 'Along this process the next agency decides. Propose to pass it on, or propose a refusal with its reasons.',
  },
  'no-next-agency': {
    vi: 'Quy trình của hồ sơ không có cơ quan tiếp theo. Hãy trình kết quả giải quyết.',
    en: 'The process has no next agency. Propose the result.',
  },
  'nothing-to-confirm': {
    vi: 'Quy trình của thủ tục này không có bước người nộp xác nhận dự thảo. Hãy trình thẳng cho lãnh đạo.',
    en: 'This process does not wait for the applicant’s word on the draft. Propose it to the leader directly.',
  },
  'time-gone-by': {
    vi: 'Thời điểm hẹn đã qua. Hãy chọn thời điểm sau bây giờ.',
    en: 'The hour you set has gone by. Choose one that is still to come.',
  },
  'too-early-to-close': {
    vi: 'Thời gian chờ chưa hết. Hãy để hệ thống tự kết thúc khi đến hạn.',
    en: 'The waiting time is not over. The system ends it when it is.',
  },
  'division-leader-confirms-first': {
    vi: 'Phiếu xin gia hạn chưa được lãnh đạo phòng xác nhận, nên Trung tâm chưa xác nhận được. Hãy chờ lãnh đạo phòng.',
    en: 'The division leader has not confirmed the extension yet, so the centre cannot. Wait for the leader.',
  },
  'extension-too-long': {
    vi: 'Tổng thời gian gia hạn vượt quá phần được phép so với thời hạn của thủ tục. Hãy xin thời gian ngắn hơn.',
    en: 'All extensions together exceed the share of the time limit that is allowed. Ask for less.',
  },
  'extension-other-unit': {
    vi: 'Thời hạn của thủ tục này không gia hạn theo đơn vị bạn chọn; việc giải quyết trong ngày thì không gia hạn. Hãy chọn đúng đơn vị của thời hạn.',
    en: 'The limit of this procedure is not extended in that unit, and what is done the same day not at all. Use the unit of the limit.',
  },
  'extension-gone-by': {
    vi: 'Cộng thêm thời gian này thì ngày hẹn mới vẫn là lúc đã qua. Hãy xin đủ để ngày hẹn mới ở phía trước, hoặc xin lỗi và hẹn lại.',
    en: 'With this extension the new date would still have gone by. Ask for enough to reach a day ahead, or apologise and appoint anew.',
  },
  'clock-needs-ground': {
    vi: 'Tạm dừng, gia hạn hoặc đổi ngày hẹn phải có lý do. Hãy ghi lý do cụ thể rồi gửi lại.',
    en: 'A pause, an extension or another date needs its ground. Write it down and send again.',
  },
  'clock-wrong-state': {
    vi: 'Thời hạn giải quyết của hồ sơ đang không chạy nên chưa đổi được ngày hẹn. Hãy xem hồ sơ đang ở bước nào.',
    en: 'The time limit of this dossier does not run now, so its date cannot be changed. See where the dossier stands.',
  },
  'already-reappointed': {
    vi: 'Hồ sơ đã được hẹn lại đủ số lần quy định. Hãy gửi thư xin lỗi mà không hẹn lại và giải quyết sớm nhất.',
    en: 'The dossier has been appointed anew as often as is allowed. Apologise without a new date and settle it soon.',
  },
  'appointment-not-later': {
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ và ở phía trước. Hãy chọn ngày muộn hơn.',
    en: 'The new date must be later than the old one and still ahead. Choose a later day.',
  },
  'delay-unexplained': {
    vi: 'Kết quả trễ hạn mà chưa ghi lỗi thuộc về ai và vì sao. Đề nghị thủ trưởng cơ quan ghi lý do trễ hạn trước.',
    en: 'The result is late, and nobody has said whose fault it was and why. The head of the agency records it first.',
  },
  'late-result-needs-letter': {
    vi: 'Kết quả trễ hạn chỉ được chuyển và trả kèm thư xin lỗi do thủ trưởng cơ quan ký. Hãy đề nghị thủ trưởng ký thư trước.',
    en: 'A late result goes out only with a letter of apology signed by the head of the agency. Have the letter signed first.',
  },
  'not-late': {
    vi: 'Hồ sơ này chưa trễ hạn nên không cần ghi lý do trễ. Hãy mở lại hồ sơ để xem ngày hẹn.',
    en: 'This dossier is not late, so there is no delay to explain. Open it to see the promised date.',
  },
} as const satisfies Record<string, Words>

const more = {
  atMost: { vi: 'Còn được gia hạn tối đa {atMost}.', en: 'At most {atMost} may still be added.' },
  kept: { vi: 'Tên đăng nhập: {kept}.', en: 'User name: {kept}.' },
  law: { vi: 'Căn cứ: {law}.', en: 'Basis: {law}.' },
  left: { vi: 'Bạn còn {left} lần nhập.', en: '{left} more tries.' },
  papers: { vi: 'Giấy tờ còn chờ: {papers}.', en: 'Still waited for: {papers}.' },
  until: { vi: 'Có thể thử lại từ {until}.', en: 'You may try again from {until}.' },
} as const satisfies Record<string, Words>

/**
 * The sentence of a refusal with what it knows beyond: how many tries are left, how much more may be asked for, from when on it can be tried again,
 * and the article it rests on.
 */
export function refusalText({ refusal, detail }: Refused<Refusal>, language: Language): string {
  const { left, until, papers, atMost, law, kept } = detail ?? {}
  return [
    say(refusalWords[refusal], language),
    ...(typeof left === 'number' ? [say(more.left, language, { left })] : []),
    ...(Array.isArray(papers) ? [say(more.papers, language, { papers: papers.join('; ') })] : []),
    ...(isWords(atMost) ? [say(more.atMost, language, { atMost: atMost[language] })] : []),
    ...(typeof kept === 'string' ? [say(more.kept, language, { kept })] : []),
    ...(typeof law === 'string' ? [say(more.law, language, { law })] : []),
    ...(until instanceof Date ? [say(more.until, language, { until: momentInShort(until) })] : []),
  ].join(' ')
}

const isWords = (said: unknown): said is Words =>
  typeof said === 'object' && said !== null && 'vi' in said && 'en' in said

/** Every no that a door can say. */
export type Refusal = keyof typeof refusalWords
