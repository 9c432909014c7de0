type Wording = { readonly subject: string; readonly body: string }

/** What we write to people. Gaps in braces; dated wording of a province may be laid over these. Vietnamese is the source. */
export const templates = {
  'safety.alert': {
    subject: 'Cảnh báo an toàn thông tin: {what}',
    body: 'Lúc {at}, hệ thống ghi nhận: {what} ({count} lần). Hãy mở trang An toàn thông tin, xem nhật ký liên quan, xử lý và ghi kết luận.',
    en: {
      subject: 'Security alert: {whatInEnglish}',
      body: 'At {atInEnglish} the system found: {whatInEnglish} ({count} times). Open the page on the safety of information, read the entries, act and write down what you concluded.',
    },
  },
  'dossier.submitted': {
    subject: 'Đã nhận hồ sơ {reference}',
    body: 'Hệ thống đã nhận hồ sơ “{procedure}” của bạn. Mã tra cứu: {reference}. Bộ phận Một cửa sẽ trả lời bạn trước {intakeDue}. Bạn chưa cần làm gì thêm.',
    en: {
      subject: 'We have received dossier {reference}',
      body: 'Your dossier “{procedure}” has been received. Code to look it up: {reference}. The counter answers by {dueInEnglish}. You need not do anything now.',
    },
  },
  'dossier.accepted': {
    subject: 'Hồ sơ {code} đã được tiếp nhận',
    body: 'Hồ sơ “{procedure}” của bạn đầy đủ và được tiếp nhận với mã {code}. Ngày hẹn trả kết quả: {due}. Giấy tiếp nhận hồ sơ nằm trong hồ sơ của bạn.',
    en: {
      subject: 'Dossier {code} has been accepted',
      body: 'Your dossier “{procedure}” is complete and accepted under code {code}. The result is due on {dueInEnglish}. The receipt lies in your dossier.',
    },
  },
  'dossier.issued': {
    subject: 'Đã có kết quả cho hồ sơ {code}',
    body: 'Kết quả “{procedure}” đã được ký. Bộ phận Một cửa sẽ trả kết quả theo cách bạn đã chọn.',
    en: {
      subject: 'The result of dossier {code} is ready',
      body: 'The result of “{procedure}” has been signed. The counter gives it back the way you chose.',
    },
  },
  'dossier.handed-to-counter': {
    subject: 'Kết quả hồ sơ {code} đã về Bộ phận Một cửa',
    body: 'Kết quả “{procedure}” đã sẵn sàng để trả. Nếu bạn chọn nhận tại quầy, hãy mang theo giấy tờ tùy thân và giấy tiếp nhận hồ sơ.',
    en: {
      subject: 'The result of dossier {code} is at the counter',
      body: 'The result of “{procedure}” is ready. If you collect it at the counter, bring your identity paper and the receipt.',
    },
  },
  'dossier.amended': {
    subject: 'Đã nhận nội dung sửa của hồ sơ {code}',
    body: 'Hệ thống đã nhận nội dung bạn sửa trong hồ sơ “{procedure}”, mã {code}. Bản trước vẫn được lưu. Bộ phận Một cửa sẽ kiểm tra theo bản mới.',
    en: {
      subject: 'Your changes to dossier {code} are received',
      body: 'The changes you made in “{procedure}”, code {code}, are received. The earlier version is kept. The counter checks the new one.',
    },
  },
  'dossier.returned-with-guidance': {
    subject: 'Hồ sơ {code} cần được hoàn thiện',
    body: 'Hồ sơ “{procedure}”, mã {code}, chưa đầy đủ hoặc chưa đúng. Hãy mở hồ sơ, xem phiếu hướng dẫn, hoàn thiện từng mục được nêu rồi gửi lại. Bạn không cần nộp hồ sơ mới.',
    en: {
      subject: 'Dossier {code} needs mending',
      body: 'Your dossier “{procedure}”, code {code}, is not complete or not in order. Open it, read the guidance, mend each item and send it again. You need not file anew.',
    },
  },
  'dossier.supplement-requested': {
    subject: 'Hồ sơ {code} cần bổ sung giấy tờ',
    body: 'Cơ quan giải quyết hồ sơ “{procedure}”, mã {code}, cần bạn bổ sung giấy tờ. Hãy mở hồ sơ, xem phiếu yêu cầu và gửi đủ trong một lần. Thời hạn giải quyết được tính theo quy định sau khi nhận đủ.',
    en: {
      subject: 'Dossier {code} needs more papers',
      body: 'The agency settling “{procedure}”, code {code}, needs more from you. Open the dossier, read the request and send everything at once. The time limit is reckoned by the rules once it has arrived.',
    },
  },
  'dossier.supplemented': {
    subject: 'Đã nhận giấy tờ bổ sung của hồ sơ {code}',
    body: 'Hệ thống đã nhận nội dung bổ sung của hồ sơ “{procedure}”, mã {code}. Bạn sẽ được trả lời trước {due}.',
    en: {
      subject: 'Your supplement to dossier {code} is received',
      body: 'What you added to “{procedure}”, code {code}, is received. You get an answer by {dueInEnglish}.',
    },
  },
  'dossier.rejected': {
    subject: 'Hồ sơ {code} không được tiếp nhận',
    body: 'Hồ sơ “{procedure}”, mã {code}, không được tiếp nhận. Lý do và căn cứ ghi trong phiếu từ chối tiếp nhận nằm trong hồ sơ. Nếu cần hỏi thêm, hãy liên hệ Bộ phận Một cửa ghi trên phiếu.',
    en: {
      subject: 'Dossier {code} was not accepted',
      body: 'Your dossier “{procedure}”, code {code}, was not accepted. Reason and basis stand in the rejection slip in your dossier. For questions ask the counter named on the slip.',
    },
  },
  'dossier.withdrawn': {
    subject: 'Đã rút hồ sơ {code}',
    body: 'Hồ sơ “{procedure}”, mã {code}, đã được rút theo đề nghị của bạn và không được giải quyết tiếp. Thông báo dừng giải quyết nằm trong hồ sơ.',
    en: {
      subject: 'Dossier {code} is withdrawn',
      body: 'Your dossier “{procedure}”, code {code}, is withdrawn as you asked and is not settled any further. The notice lies in the dossier.',
    },
  },
  'dossier.stopped': {
    subject: 'Hồ sơ {code} dừng giải quyết',
    body: 'Cơ quan giải quyết đã dừng hồ sơ “{procedure}”, mã {code}. Lý do ghi trong thông báo dừng giải quyết nằm trong hồ sơ.',
    en: {
      subject: 'Dossier {code} was stopped',
      body: 'The agency has stopped your dossier “{procedure}”, code {code}. The reason stands in the notice in the dossier.',
    },
  },
  'dossier.refused': {
    subject: 'Đã có văn bản trả lời hồ sơ {code}',
    body: 'Cơ quan giải quyết đã ký văn bản từ chối hồ sơ “{procedure}”, mã {code}, nêu rõ lý do. Văn bản nằm ở mục kết quả của hồ sơ và được trả theo cách bạn đã chọn.',
    en: {
      subject: 'There is an answer to dossier {code}',
      body: 'The agency has signed a refusal of your dossier “{procedure}”, code {code}, with its reasons. It lies under the results of the dossier and comes back the way you chose.',
    },
  },
  'dossier.apologised-for-delay': {
    subject: 'Thư xin lỗi về hồ sơ {code}',
    body: 'Hồ sơ “{procedure}”, mã {code}, chưa có kết quả đúng hẹn. Cơ quan giải quyết xin lỗi bạn; thư xin lỗi nêu lý do nằm trong hồ sơ.',
    en: {
      subject: 'Letter of apology about dossier {code}',
      body: 'Your dossier “{procedure}”, code {code}, has no result on the promised day. The agency apologises; its letter in the dossier gives the reason.',
    },
  },
  'dossier.re-appointed': {
    subject: 'Hẹn lại ngày trả kết quả hồ sơ {code}',
    body: 'Hồ sơ “{procedure}”, mã {code}, chưa xong đúng hẹn {was}. Cơ quan giải quyết xin lỗi bạn và hẹn lại lúc {due}. Lý do: {why}. Thư xin lỗi nằm trong hồ sơ; bạn không cần làm gì thêm.',
    en: {
      subject: 'A new date for dossier {code}',
      body: 'Your dossier “{procedure}”, code {code}, is not finished by {wasInEnglish} as promised. The agency apologises; the new date is {dueInEnglish}. Reason: {why}. The letter lies in the dossier; you need not do anything.',
    },
  },
  'dossier.extended': {
    subject: 'Gia hạn ngày trả kết quả hồ sơ {code}',
    body: 'Hồ sơ “{procedure}”, mã {code}, được gia hạn. Ngày hẹn trả kết quả cũ: {was}. Ngày hẹn mới: {due}. Lý do: {why}. Thư xin lỗi nằm trong hồ sơ; bạn không cần làm gì thêm.',
    en: {
      subject: 'Dossier {code} takes longer',
      body: 'Your dossier “{procedure}”, code {code}, was given more time. It was due on {wasInEnglish}; it is now due on {dueInEnglish}. Reason: {why}. The letter of apology lies in the dossier; you need not do anything.',
    },
  },
  'dossier.date-moved': {
    subject: 'Ngày hẹn của hồ sơ {code} thay đổi',
    body: 'Ngày hẹn trả kết quả hồ sơ “{procedure}”, mã {code}, đổi từ {was} sang {due} vì lịch làm việc thay đổi. Lý do: {why}. Bạn không cần làm gì thêm.',
    en: {
      subject: 'The date of dossier {code} has changed',
      body: 'The result of “{procedure}”, code {code}, was due on {wasInEnglish} and is now due on {dueInEnglish}, because the working calendar has changed. Reason: {why}. You need not do anything.',
    },
  },
  'dossier.answer-moved': {
    subject: 'Thời hạn trả lời hồ sơ {code} thay đổi',
    body: 'Bộ phận Một cửa sẽ trả lời hồ sơ “{procedure}”, mã {code}, trước {due}, thay cho {was}, vì lịch làm việc thay đổi. Lý do: {why}. Bạn không cần làm gì thêm.',
    en: {
      subject: 'The answer to dossier {code} comes at another time',
      body: 'The counter answers “{procedure}”, code {code}, by {dueInEnglish} instead of {wasInEnglish}, because the working calendar has changed. Reason: {why}. You need not do anything.',
    },
  },
  'dossier.papers-mismatched': {
    subject: 'Cần làm rõ giấy tờ của hồ sơ {code}',
    body: 'Khi đối chiếu, bản giấy của hồ sơ “{procedure}”, mã {code}, không khớp với bản đã nộp nên chưa thể trả kết quả. Hãy mang giấy tờ gốc đến Bộ phận Một cửa để đối chiếu lại.',
    en: {
      subject: 'Papers of dossier {code} need clearing up',
      body: 'When they were compared, the papers of “{procedure}”, code {code}, did not match what was filed, so the result cannot be returned yet. Bring the originals to the counter to be checked again.',
    },
  },
  'dossier.not-collected': {
    subject: 'Kết quả hồ sơ {code} đang chờ bạn nhận',
    body: 'Kết quả “{procedure}”, mã hồ sơ {code}, vẫn được giữ tại Bộ phận Một cửa. Hãy mang giấy tờ tùy thân đến nhận trong giờ làm việc. Phí, lệ phí đã nộp không được hoàn lại khi hồ sơ đã được giải quyết, trừ khi pháp luật có quy định khác.',
    en: {
      subject: 'The result of dossier {code} is waiting for you',
      body: 'The result of “{procedure}”, code {code}, is still kept at the counter. Come and collect it with your identity paper in office hours. Fees paid are not returned once the dossier is settled, unless the law says otherwise.',
    },
  },
  'time.officer': {
    subject: 'Hồ sơ {code} đã dùng {percent}\u00a0% thời gian',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã dùng {percent}\u00a0% thời gian; hạn là {due}. Hãy mở hồ sơ và làm tiếp phần của bạn trước hạn. Nếu không kịp, hãy báo lãnh đạo ngay để phân công lại hoặc đề nghị gia hạn trước khi hết hạn.',
    en: {
      subject: 'Dossier {code} has used {percent}% of its time',
      body: '{whatInEnglish} of “{procedure}”, code {code}, has used {percent}% of its time; it is due on {dueInEnglish}. Open the dossier and do your part in time. If that cannot be, tell your leader now, so that it is passed on or an extension is asked for before the time is up.',
    },
  },
  'time.officer.over': {
    subject: 'Hồ sơ {code} đã hết thời gian',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã hết thời gian lúc {due}. Hãy làm xong việc này trước các việc khác, và báo lãnh đạo lý do chậm để xin lỗi và hẹn lại với người nộp theo quy định.',
    en: {
      subject: 'The time of dossier {code} is up',
      body: '{whatInEnglish} of “{procedure}”, code {code}, was due on {dueInEnglish}. Finish it before anything else, and tell your leader why it is late, so that the applicant gets an apology and a new date as the rules say.',
    },
  },
  'time.leader': {
    subject: 'Hồ sơ {code} còn ít thời gian, cần bạn theo dõi',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã dùng {percent}\u00a0% thời gian; hạn là {due}. Hãy xem hồ sơ đang ở bàn nào, phân công lại hoặc thêm người nếu cần, và quyết định sớm việc gia hạn.',
    en: {
      subject: 'Dossier {code} is running short of time and needs your eye',
      body: '{whatInEnglish} of “{procedure}”, code {code}, has used {percent}% of its time; it is due on {dueInEnglish}. See at whose desk it is, pass it on or lend a hand if need be, and decide early on an extension.',
    },
  },
  'time.leader.over': {
    subject: 'Hồ sơ {code} quá hạn tại đơn vị của bạn',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã hết thời gian lúc {due}. Hãy chỉ đạo làm xong ngay, ghi rõ lý do chậm, và ký thư xin lỗi, hẹn lại ngày trả kết quả theo quy định.',
    en: {
      subject: 'Dossier {code} is overdue in your unit',
      body: '{whatInEnglish} of “{procedure}”, code {code}, was due on {dueInEnglish}. Have it finished now, have the reason written down, and sign the apology with a new date as the rules say.',
    },
  },
  'time.director': {
    subject: 'Hồ sơ {code} sắp hết thời gian',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã dùng {percent}\u00a0% thời gian; hạn là {due}. Hãy nhắc nơi đang giữ hồ sơ và báo trước cho người nộp nếu có thể chậm.',
    en: {
      subject: 'The time of dossier {code} is running out',
      body: '{whatInEnglish} of “{procedure}”, code {code}, has used {percent}% of its time; it is due on {dueInEnglish}. Remind whoever holds it, and tell the applicant beforehand if it may be late.',
    },
  },
  'time.director.over': {
    subject: 'Hồ sơ {code} quá hạn',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã hết thời gian lúc {due}. Hãy làm việc với nơi đang giữ hồ sơ về ngày có kết quả, và bảo đảm người nộp nhận được lời xin lỗi cùng ngày hẹn mới.',
    en: {
      subject: 'Dossier {code} is overdue',
      body: '{whatInEnglish} of “{procedure}”, code {code}, was due on {dueInEnglish}. Settle with whoever holds it when the result will come, and see that the applicant gets an apology and the new date.',
    },
  },
  'time.officer.step-over': {
    subject: 'Hồ sơ {code}: việc của bạn đã hết thời gian',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã hết thời gian lúc {due}. Hãy làm xong ngay để hồ sơ đi tiếp. Nếu việc này làm chậm ngày hẹn trả, hãy báo lãnh đạo để đề nghị gia hạn khi hồ sơ còn hạn.',
    en: {
      subject: 'Dossier {code}: the time of your part is up',
      body: '{whatInEnglish} of “{procedure}”, code {code}, was due on {dueInEnglish}. Finish it now, so that the dossier goes on. If the promised date is in danger, tell your leader, so that an extension is asked for while there is time.',
    },
  },
  'time.leader.step-over': {
    subject: 'Hồ sơ {code} bị chậm tại đơn vị của bạn',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã hết thời gian lúc {due}. Hãy nhắc người đang giữ hồ sơ làm xong ngay, hoặc phân công lại, để kịp ngày hẹn trả.',
    en: {
      subject: 'Dossier {code} is held up in your unit',
      body: '{whatInEnglish} of “{procedure}”, code {code}, was due on {dueInEnglish}. Have whoever holds it finish it now, or pass it on, so that the promised date is kept.',
    },
  },
  'time.director.step-over': {
    subject: 'Hồ sơ {code} bị chậm ở một bước',
    body: '{what} của hồ sơ “{procedure}”, mã {code}, đã hết thời gian lúc {due}. Hãy nhắc nơi đang giữ hồ sơ để kịp ngày hẹn trả.',
    en: {
      subject: 'Dossier {code} is held up at one step',
      body: '{whatInEnglish} of “{procedure}”, code {code}, was due on {dueInEnglish}. Remind whoever holds it, so that the promised date is kept.',
    },
  },
  'dossier.opinions-requested': {
    subject: 'Hồ sơ {code} đang được lấy ý kiến',
    body: 'Cơ quan giải quyết hồ sơ “{procedure}”, mã {code}, đang hỏi ý kiến cơ quan liên quan. Bạn xem được tên cơ quan và thời hạn trả lời trong hồ sơ. Bạn chưa cần làm gì thêm.',
    en: {
      subject: 'Other agencies are asked about dossier {code}',
      body: 'The agency settling “{procedure}”, code {code}, asks other agencies for their opinion. Their names and the time they have stand in the dossier. You need not do anything now.',
    },
  },
  'dossier.verification-scheduled': {
    subject: 'Lịch hẹn xác minh hồ sơ {code}',
    body: 'Cơ quan giải quyết hồ sơ “{procedure}”, mã {code}, đã hẹn xác minh. Hãy mở hồ sơ để xem thời gian, địa điểm, thành phần và nội dung.',
    en: {
      subject: 'A visit is set for dossier {code}',
      body: 'The agency settling “{procedure}”, code {code}, has set a visit to verify the facts. Open the dossier to see when, where, with whom and what.',
    },
  },
  'dossier.papers-called': {
    subject: 'Hãy xuất trình giấy tờ của hồ sơ {code} để đối chiếu',
    body: 'Cơ quan giải quyết hồ sơ “{procedure}”, mã {code}, đề nghị bạn xuất trình giấy tờ để kiểm tra, đối chiếu. Hãy mở hồ sơ để xem giấy tờ cần mang, thời gian và địa điểm. Bạn mang bản gốc, bản chính hoặc bản sao có chứng thực.',
    en: {
      subject: 'Present papers of dossier {code} for a check',
      body: 'The agency settling “{procedure}”, code {code}, asks you to present papers so that they can be checked. Open the dossier to see which, when and where. Bring the original, the main copy or a certified copy.',
    },
  },
  'dossier.confirmation-asked': {
    subject: 'Hãy xem dự thảo kết quả hồ sơ {code}',
    body: 'Dự thảo kết quả “{procedure}”, mã hồ sơ {code}, đã sẵn sàng để bạn xem. Hãy mở hồ sơ, xem dự thảo rồi xác nhận hoặc đề nghị sửa trước thời hạn ghi trong hồ sơ. Hết thời hạn mà bạn không có ý kiến thì coi như bạn đồng ý.',
    en: {
      subject: 'Look at the draft of dossier {code}',
      body: 'The draft of “{procedure}”, code {code}, is there for you to see. Open the dossier, read it, and confirm it or ask for changes by the hour that stands there. If you say nothing until then, you are taken to agree.',
    },
  },
  'dossier.confirmed-by-silence': {
    subject: 'Hồ sơ {code} được giải quyết tiếp',
    body: 'Thời gian xem dự thảo của hồ sơ “{procedure}”, mã {code}, đã hết mà bạn không có ý kiến nên coi như bạn đồng ý. Cơ quan tiếp tục giải quyết.',
    en: {
      subject: 'Dossier {code} goes on',
      body: 'The time to look at the draft of “{procedure}”, code {code}, is over; as you said nothing, you are taken to agree. The agency goes on.',
    },
  },
  'dossier.passed-on': {
    subject: 'Hồ sơ {code} đã chuyển cơ quan tiếp theo',
    body: 'Hồ sơ “{procedure}”, mã {code}, đã xong phần việc của cơ quan đầu và được chuyển đến cơ quan tiếp theo của quy trình. Kết quả vẫn trả tại nơi bạn đã nộp.',
    en: {
      subject: 'Dossier {code} went on to the next agency',
      body: 'The first agency has done its part of “{procedure}”, code {code}, and the next one of the process goes on. The result comes back where you filed.',
    },
  },
  'leg.opinion': {
    subject: 'Đề nghị cho ý kiến về hồ sơ {code}',
    body: 'Cơ quan bạn được đề nghị cho ý kiến về hồ sơ “{procedure}”, mã {code}, trước {due}. Nội dung và giấy tờ nằm ở mục “Việc phối hợp”.',
    en: {
      subject: 'Your opinion is asked on dossier {code}',
      body: 'Your agency is asked for its opinion on “{procedure}”, code {code}, by {dueInEnglish}. What is asked and the papers are under “Joint work”.',
    },
  },
  'leg.joint': {
    subject: 'Việc phối hợp của hồ sơ {code}',
    body: 'Cơ quan bạn có một phần việc trong hồ sơ liên thông “{procedure}”, mã {code}, cần xong trước {due}. Nội dung và giấy tờ nằm ở mục “Việc phối hợp”.',
    en: {
      subject: 'Your part of dossier {code}',
      body: 'Your agency has a part in the linked dossier “{procedure}”, code {code}, to be done by {dueInEnglish}. What is asked and the papers are under “Joint work”.',
    },
  },
  'leg.unanswered': {
    subject: 'Cơ quan được hỏi chưa trả lời về hồ sơ {code}',
    body: 'Đã hết thời hạn lấy ý kiến về hồ sơ “{procedure}”, mã {code}, mà cơ quan được hỏi chưa trả lời. Hãy đôn đốc cơ quan đó; hồ sơ đã về chuyên viên thụ lý hoặc còn chờ cơ quan khác.',
    en: {
      subject: 'An asked agency has not answered about dossier {code}',
      body: 'The time for an opinion on “{procedure}”, code {code}, is over and the asked agency has not answered. Remind it; the dossier is back with its officer or waits for another agency.',
    },
  },
  'account.signed-in-elsewhere': {
    subject: 'Tài khoản của bạn đang đăng nhập ở hai nơi',
    body: 'Lúc {when}, tài khoản của bạn đăng nhập thêm từ địa chỉ {address} ({device}) trong khi vẫn đang đăng nhập ở nơi khác. Nếu không phải bạn, hãy mở mục An toàn tài khoản, kết thúc phiên lạ và đổi mật khẩu.',
    en: {
      subject: 'Your account is signed in at two places',
      body: 'At {whenInEnglish} your account signed in from {address} ({device}) while it was signed in elsewhere. If that was not you, open account security, end that session and change your password.',
    },
  },
  'account.recovery-asked': {
    subject: 'Có đề nghị cấp lại mật khẩu cho tài khoản của bạn',
    body: 'Lúc {when}, {by} đề nghị cấp lại mật khẩu cho tài khoản của bạn. Nếu bạn đồng ý, hãy đọc mã {code} cho người đó. Nếu bạn không đề nghị việc này, hãy báo ngay lãnh đạo đơn vị và khóa tài khoản.',
    en: {
      subject: 'A new password was asked for your account',
      body: 'At {whenInEnglish} {by} asked for a new password for your account. If you agree, tell them the code {code}. If you did not ask for this, tell the head of your unit at once and lock the account.',
    },
  },
  'account.recovered': {
    subject: 'Mật khẩu của bạn đã được cấp lại',
    body: 'Lúc {when}, {by} cấp lại mật khẩu cho tài khoản của bạn; mọi phiên đăng nhập đã kết thúc. Nếu bạn không đề nghị việc này, hãy báo ngay lãnh đạo đơn vị.',
    en: {
      subject: 'You were given a new password',
      body: 'At {whenInEnglish} {by} gave your account a new password; every session has ended. If you did not ask for this, tell the head of your unit at once.',
    },
  },
  'officer.recovery-asked': {
    subject: 'Có đề nghị cấp lại mật khẩu cho {name}',
    body: 'Lúc {when}, {by} đề nghị cấp lại mật khẩu cho tài khoản của {name}. Nếu cán bộ này không đề nghị, hãy báo quản trị viên khác để dừng lại.',
    en: {
      subject: 'A new password was asked for {name}',
      body: 'At {whenInEnglish} {by} asked for a new password for the account of {name}. If that officer did not ask for it, tell another administrator to stop it.',
    },
  },
  'officer.recovered': {
    subject: 'Mật khẩu của {name} đã được cấp lại',
    body: 'Lúc {when}, {by} cấp lại mật khẩu cho tài khoản của {name}. Nếu cán bộ này không nhận được mật khẩu, hãy báo ngay để khóa tài khoản.',
    en: {
      subject: '{name} was given a new password',
      body: 'At {whenInEnglish} {by} gave the account of {name} a new password. If that officer did not receive it, have the account locked at once.',
    },
  },
  'dossier.returned': {
    subject: 'Đã trả kết quả hồ sơ {code}',
    body: 'Kết quả “{procedure}” đã được trả và nằm trong kho giấy tờ điện tử của bạn. Bạn có thể đánh giá việc phục vụ trong hồ sơ.',
    en: {
      subject: 'The result of dossier {code} has been returned',
      body: 'The result of “{procedure}” has been returned and lies in your record. You can rate the service in the dossier.',
    },
  },
} as const satisfies Record<string, Wording & { en?: Wording }>

export type Template = keyof typeof templates
