/** What is meant by those who say no more than this; all folded, the likeliest name first. Data to be added to. */
const alone: Readonly<Record<string, readonly string[]>> = {
  'an toan thuc pham': ['giay chung nhan co so du dieu kien an toan thuc pham'],
  'can cuoc': ['cap the can cuoc', 'cap doi the can cuoc'],
  'cong chung': ['chung thuc ban sao tu ban chinh'],
  'dang ky kinh doanh': ['dang ky thanh lap ho kinh doanh', 'dang ky thanh lap doanh nghiep'],
  'giay phep kinh doanh': ['dang ky thanh lap ho kinh doanh', 'dang ky thanh lap doanh nghiep'],
  'ket hon': ['dang ky ket hon'],
  'ly lich tu phap': ['cap phieu ly lich tu phap cho cong dan viet nam'],
  'tam tru': ['dang ky tam tru'],
  'thuong tru': ['dang ky thuong tru'],
}

/**
 * What people say, and under which names the catalogue knows it; all folded, the likeliest name first. Data to be added to: a phrase counts
 * wherever it stands in what is asked, the longest first.
 */
const everyday: Readonly<Record<string, readonly string[]>> = {
  'ban hang': ['dang ky thanh lap ho kinh doanh'],
  'bang lai': ['cap giay phep lai xe', 'doi giay phep lai xe'],
  'bang lai xe': ['cap giay phep lai xe', 'doi giay phep lai xe'],
  'bao mat ho chieu': ['trinh bao mat ho chieu'],
  'can cuoc cong dan': ['cap the can cuoc'],
  'chung minh nhan dan': ['cap the can cuoc'],
  'chuyen khau': ['dang ky thuong tru'],
  'chuyen muc dich': ['chuyen muc dich su dung dat'],
  'cap doi so do': ['cap doi giay chung nhan quyen su dung dat'],
  'cap lai so do': ['cap lai giay chung nhan quyen su dung dat'],
  'chuyen ho khau': ['dang ky thuong tru'],
  'cong chung ban sao': ['chung thuc ban sao tu ban chinh'],
  'cong chung giay to': ['chung thuc ban sao tu ban chinh'],
  'cong chung ho so': ['chung thuc ban sao tu ban chinh'],
  'cuoi vo': ['dang ky ket hon'],
  'dam cuoi': ['dang ky ket hon'],
  'dang ky xe': ['dang ky cap bien so xe lan dau'],
  'doi bang lai': ['doi giay phep lai xe'],
  'doi chu ho kinh doanh': ['thay doi noi dung dang ky ho kinh doanh'],
  'doi ho chieu': ['cap ho chieu pho thong'],
  'doi ten': ['thay doi cai chinh bo sung thong tin ho tich'],
  'dong cua ho kinh doanh': ['cham dut hoat dong ho kinh doanh', 'tam ngung kinh doanh'],
  'dong cua quan': ['cham dut hoat dong ho kinh doanh', 'tam ngung kinh doanh'],
  'gia han ho chieu': ['cap ho chieu pho thong'],
  'ket hon voi nguoi nuoc ngoai': ['dang ky ket hon co yeu to nuoc ngoai', 'dang ky ket hon'],
  'kinh doanh ca the': ['dang ky thanh lap ho kinh doanh'],
  'lap gia dinh': ['dang ky ket hon'],
  'lay chong': ['dang ky ket hon'],
  'lay vo': ['dang ky ket hon'],
  'mat bang lai': ['cap lai giay phep lai xe'],
  'mat bang lai xe': ['cap lai giay phep lai xe'],
  'mat bien so': ['cap lai chung nhan dang ky xe bien so xe'],
  'mat can cuoc': ['cap lai the can cuoc'],
  'mat cccd': ['cap lai the can cuoc'],
  'mat giay khai sinh': ['ban sao giay khai sinh', 'dang ky lai khai sinh'],
  'mo cong ty': ['dang ky thanh lap cong ty'],
  'mo cua hang': ['dang ky thanh lap ho kinh doanh'],
  'mo nha hang': ['dang ky thanh lap ho kinh doanh', 'co so du dieu kien an toan thuc pham'],
  'mo quan': ['dang ky thanh lap ho kinh doanh', 'co so du dieu kien an toan thuc pham'],
  'mo tiem': ['dang ky thanh lap ho kinh doanh'],
  'nhan con nuoi': ['dang ky viec nuoi con nuoi trong nuoc'],
  'nhap khau cho con': ['dang ky thuong tru'],
  'nhap khau cho vo': ['dang ky thuong tru'],
  'nha tro': ['dang ky tam tru'],
  'o tro': ['dang ky tam tru'],
  'quan an': ['dang ky thanh lap ho kinh doanh', 'co so du dieu kien an toan thuc pham'],
  'quan ca phe': ['dang ky thanh lap ho kinh doanh', 'co so du dieu kien an toan thuc pham'],
  'quan cafe': ['dang ky thanh lap ho kinh doanh', 'co so du dieu kien an toan thuc pham'],
  'sang ten nha dat': ['dang ky bien dong quyen su dung dat'],
  'sang ten so do': ['dang ky bien dong quyen su dung dat'],
  'sang ten xe': ['dang ky sang ten xe'],
  'sinh con': ['dang ky khai sinh'],
  'so do': ['cap giay chung nhan quyen su dung dat lan dau', 'dang ky bien dong quyen su dung dat'],
  'so hong': ['cap giay chung nhan quyen su dung dat lan dau', 'dang ky bien dong quyen su dung dat'],
  'sua nha': ['cap giay phep xay dung sua chua cai tao'],
  'tach ho khau': ['tach ho'],
  'tap hoa': ['dang ky thanh lap ho kinh doanh'],
  'thi bang lai': ['cap giay phep lai xe'],
  'thi bang lai xe': ['cap giay phep lai xe'],
  'thue tro': ['dang ky tam tru'],
  visa: ['thi thuc'],
  'xay nha': ['cap giay phep xay dung'],
}

/** What is often asked for and is no administrative procedure; `divorce`: a court decides it. */
export type NoProcedure = 'divorce'
const elsewhere: Readonly<Record<string, NoProcedure>> = { 'ly hon': 'divorce', 'ly di': 'divorce' }

const phrases = Object.keys(everyday).toSorted((a, b) => b.length - a.length)

/** Under which names the catalogue knows what is asked for in everyday words; none when it is not said so. */
export function everydayNames(asked: string): readonly string[] {
  if (alone[asked]) return alone[asked]
  const phrase = phrases.find((one) => holds(asked, one))
  return phrase === undefined ? [] : everyday[phrase]!
}

const names = new Set([...Object.values(alone), ...Object.values(everyday)].flat())

/** Whether this is one of the names that everyday words lead to: it is looked for in the names alone, not in what stands beside them. */
export function isNameForEveryday(asked: string): boolean {
  return names.has(asked)
}

/** Why the catalogue holds nothing for this, where that is known; `asked` as people type it, folded. */
export function noProcedureFor(asked: string): NoProcedure | undefined {
  const phrase = Object.keys(elsewhere).find((one) => holds(asked, one))
  return phrase === undefined ? undefined : elsewhere[phrase]
}

function holds(asked: string, phrase: string): boolean {
  return ` ${asked} `.includes(` ${phrase} `)
}
