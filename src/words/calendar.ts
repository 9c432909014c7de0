import type { CalendarProblem, DayKind } from '../calendar/law/index.ts'
import type { Words } from './language.ts'

/** What is wrong with a line of a calendar file, and what to do. */
export const calendarProblemWords: Record<CalendarProblem['reason'], Words> = {
  'wrong-columns': {
    vi: 'phải có đủ 6 cột date,kind,sessions,name,source,status, cách nhau bằng dấu phẩy',
    en: 'must have the six columns date,kind,sessions,name,source,status, separated by commas',
  },
  'not-utf-8': {
    vi: 'không phải bảng mã UTF-8; hãy lưu lại tệp ở dạng CSV UTF-8',
    en: 'is not UTF-8; save the file again as CSV UTF-8',
  },
  'no-days': { vi: 'tệp không có ngày nào', en: 'the file has no days' },
  'not-a-day': { vi: 'không có ngày này; hãy viết năm-tháng-ngày', en: 'is no day; write year-month-day' },
  'wrong-year': { vi: 'không thuộc năm của tệp', en: 'is not in the year of the file' },
  'duplicate-day': { vi: 'ngày đã có ở dòng trên', en: 'this day stands in a line above' },
  'unknown-kind': {
    vi: 'loại ngày phải là holiday, compensatory-off, swap-off, swap-work, local-closure hoặc half-day',
    en: 'the kind must be holiday, compensatory-off, swap-off, swap-work, local-closure or half-day',
  },
  'unreadable-sessions': {
    vi: 'giờ làm việc phải viết như 07:30-11:30 13:00-17:00',
    en: 'hours are written like 07:30-11:30 13:00-17:00',
  },
  'overlapping-sessions': {
    vi: 'các buổi làm việc chồng nhau hoặc sai thứ tự',
    en: 'sessions overlap or stand in the wrong order',
  },
  'half-day-without-sessions': { vi: 'ngày làm nửa buổi phải ghi giờ', en: 'a half day needs its hours' },
  'day-off-with-sessions': { vi: 'ngày nghỉ thì không ghi giờ', en: 'a day off has no hours' },
  'name-missing': { vi: 'thiếu tên ngày', en: 'has no name' },
  'source-missing': { vi: 'thiếu văn bản căn cứ', en: 'has no source' },
  'name-too-long': { vi: 'tên ngày dài quá 200 ký tự', en: 'the name has more than 200 characters' },
  'source-too-long': { vi: 'văn bản căn cứ dài quá 200 ký tự', en: 'the source has more than 200 characters' },
  'unknown-status': {
    vi: 'trạng thái phải là confirmed hoặc unconfirmed',
    en: 'the status is confirmed or unconfirmed',
  },
}

/** What a day that does not follow its weekday is called. */
export const dayKindWords: Record<DayKind, Words> = {
  holiday: { vi: 'Nghỉ lễ, tết', en: 'Public holiday' },
  'compensatory-off': { vi: 'Nghỉ bù', en: 'Day off in lieu' },
  'swap-off': { vi: 'Nghỉ hoán đổi', en: 'Off in exchange' },
  'swap-work': { vi: 'Làm bù', en: 'Worked in exchange' },
  'local-closure': { vi: 'Đóng cửa', en: 'Closed' },
  'half-day': { vi: 'Giờ làm riêng', en: 'Own hours' },
}
