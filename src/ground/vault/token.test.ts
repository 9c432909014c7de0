import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { CannotOpen } from '../cannot-open.ts'
import { mustWrapBy, openKeyring, retireKeys, rotateKeyring } from './keyring.ts'
import { hasTokenPackages, moduleAt, type Session, standard, tokenIn, type TokenObject } from './pkcs11.ts'
import { keyAddressOf } from './pkcs11-uri.ts'
import { keyVersionOf, open, rewrap, seal } from './seal.ts'
import { diskStore } from './store.ts'
import { Tampered } from './tampered.ts'
import { openVault } from './vault.ts'

const library = '/usr/lib/softhsm/libsofthsm2.so'
const missing = !existsSync(library)
  ? 'softhsm2 is not installed on this machine'
  : !hasTokenPackages() && 'the packages of scripts/token are not installed'
/** Each test is skipped by itself, so that each is counted. */
const onDevice = { skip: missing }

const home = mkdtempSync(join(tmpdir(), 'token-'))
const pinFile = join(home, 'pin')
const pin = '246810'
let made = 0
const newPlace = () => join(home, `keys-${++made}`, 'master.json')

type Changes = { token?: string; object?: string; module?: string; pinFile?: string }
const uri = ({ token = 'mot cua', object = 'master-1', module = library, pinFile: file = pinFile }: Changes = {}) =>
  `pkcs11:token=${encodeURIComponent(token)};object=${object};type=secret-key?module-path=${module}&pin-source=file:${file}`

function sessionOf(token: string): Session {
  const session = tokenIn(moduleAt(library), token)!.open(standard.serialSession | standard.writableSession)
  try {
    session.login(pin)
  } catch (fault) {
    assert.match((fault as Error).message, /ALREADY_LOGGED_IN/)
  }
  return session
}

function setPin(token: string, text: string): void {
  const session = tokenIn(moduleAt(library), token)!.open(standard.serialSession | standard.writableSession)
  const officer = session as Session & { login(pin: string, user: number): void; initPin(pin: string): void }
  officer.login('13579', 0)
  officer.initPin(text)
  tokenIn(moduleAt(library), token)!.closeAll()
}

function makeKey(object: string, { extractable = false } = {}): TokenObject {
  const { secretKey: kind, aes, generateAes } = standard
  return sessionOf('mot cua').generateKey(generateAes, {
    ...{ class: kind, keyType: aes, valueLen: 32, label: object, token: true, private: true },
    ...{ sensitive: true, extractable, wrap: true, unwrap: true },
  })
}

before(() => {
  if (missing) return
  mkdirSync(join(home, 'tokens'))
  writeFileSync(join(home, 'softhsm2.conf'), `directories.tokendir = ${join(home, 'tokens')}\nlog.level = ERROR\n`)
  process.env['SOFTHSM2_CONF'] = join(home, 'softhsm2.conf')
  for (const label of ['mot cua', 'khac'])
    execFileSync('softhsm2-util', ['--init-token', '--free', '--label', label, '--so-pin', '13579', '--pin', pin])
  writeFileSync(pinFile, `${pin}\n`, { mode: 0o600 })
  makeKey('master-1')
  makeKey('master-2')
})
after(() => rmSync(home, { recursive: true, force: true }))

test(
  'what is sealed opens again, neither key nor PIN lies in the key file, and an altered key is refused',
  onDevice,
  async () => {
    const file = newPlace()
    const ring = await openKeyring(file, uri())
    const sealed = seal(ring, 'Nguyễn Thị Thùy Dương', 'name')
    const again = await openKeyring(file)
    assert.equal(open(again, sealed, 'name').toString(), 'Nguyễn Thị Thùy Dương')
    assert.deepEqual(again.fingerprint('079203001234', 'x'), ring.fingerprint('079203001234', 'x'))

    const kept = JSON.parse(readFileSync(file, 'utf8'))
    assert.deepEqual(kept.masterKeys, [{ version: 1, token: uri() }])
    assert.equal(Buffer.from(kept.fingerprintKey, 'base64').length, 42, 'wrapped by the device as well')
    assert.equal(JSON.stringify(kept).includes(pin), false)

    const wrapped = ring.wrap(randomBytes(32))
    assert.equal(wrapped.length, 42)
    for (const at of [2, 20, 41]) {
      const altered = Buffer.from(wrapped)
      altered[at]! ^= 1
      assert.throws(() => ring.unwrap(altered), Tampered)
    }
  },
)

test(
  'the keys move from the file to the device, to its next key and back while they are read; no content is sealed anew',
  onDevice,
  async () => {
    const file = newPlace()
    const keyring = await openKeyring(file)
    const vault = openVault({ keyring, store: diskStore(join(home, 'files')) })
    const print = keyring.fingerprint('079203001234', 'identity')
    const paper = await vault.keepFile(Buffer.from('giấy khai sinh'), 'f1')
    let key = paper.wrappedKey
    let sealed = seal(keyring, 'kín', 'x')
    const content = sealed.subarray(43)
    const reads = async () => {
      assert.equal(open(keyring, sealed, 'x').toString(), 'kín')
      assert.equal((await vault.readWhole({ ...paper, wrappedKey: key }, 'f1')).toString(), 'giấy khai sinh')
      assert.deepEqual((await openKeyring(file)).fingerprint('079203001234', 'identity'), print)
    }

    const way = [uri(), uri({ object: 'master-2' }), 'file']
    for (const [at, wanted] of way.entries()) {
      assert.equal(await rotateKeyring(file, wanted), at + 2)
      await reads()
      sealed = rewrap(keyring, sealed)
      key = vault.rewrapKey(key)
      assert.deepEqual([keyVersionOf(sealed), key.readUInt16BE(0)], [at + 2, at + 2])
      assert.deepEqual(sealed.subarray(43), content)
      await reads()
    }
    assert.equal(await retireKeys(file), 3)
    await reads()
    assert.equal(readFileSync(file, 'utf8').includes('pkcs11:'), false)
  },
)

test('the master key cannot be read out of the device, nor wrapped by another key of it', onDevice, async () => {
  await openKeyring(newPlace(), uri())
  const session = sessionOf('mot cua')
  const { secretKey, aesKeyWrap } = standard
  const key = (label: string) => session.find({ class: secretKey, label }).items(0).toType()
  assert.throws(() => key('master-1').getAttribute({ value: null }), /CKR_ATTRIBUTE_SENSITIVE/)
  assert.throws(() => session.wrapKey(aesKeyWrap, key('master-2'), key('master-1')), /CKR_KEY_UNEXTRACTABLE/)
})

test('no data key stays behind in the device', onDevice, async () => {
  const ring = await openKeyring(newPlace(), uri())
  const keys = () => sessionOf('mot cua').find({ class: standard.secretKey }).length
  const were = keys()
  assert.equal(open(ring, seal(ring, 'kín', 'x'), 'x').toString(), 'kín')
  assert.throws(() => ring.unwrap(Buffer.concat([Buffer.of(0, 1), randomBytes(40)])), Tampered)
  assert.equal(keys(), were)
})

test('a session that the device gave up is opened once more', onDevice, async () => {
  const ring = await openKeyring(newPlace(), uri())
  const wrapped = ring.wrap(Buffer.alloc(32, 7))
  tokenIn(moduleAt(library), 'mot cua')!.closeAll()
  assert.deepEqual(ring.unwrap(wrapped), Buffer.alloc(32, 7))
  tokenIn(moduleAt(library), 'mot cua')!.closeAll()
  assert.deepEqual(ring.unwrap(ring.wrap(Buffer.alloc(32, 8))), Buffer.alloc(32, 8))
})

test(
  'library, token, PIN and key that are not as the setting says keep the house closed, each in one sentence, and no key file is made',
  onDevice,
  async () => {
    const wrongPin = join(home, 'wrong-pin')
    writeFileSync(wrongPin, '000000\n', { mode: 0o600 })
    const openPin = join(home, 'open-pin')
    writeFileSync(openPin, `${pin}\n`, { mode: 0o644 })
    makeKey('loose', { extractable: true })
    const cases: [string, RegExp, RegExp][] = [
      [uri({ module: '/nowhere/token.so' }), /không mở được thư viện/, /library of the key device does not open/],
      [uri({ token: 'vắng mặt' }), /không thấy thiết bị khóa/, /no token with the label "vắng mặt"/],
      [uri({ token: 'khac', pinFile: wrongPin }), /không nhận mã PIN/, /refused the PIN \(CKR_PIN_INCORRECT\)/],
      [uri({ pinFile: openPin }), /chmod 600/, /anyone on this machine may read it/],
      [uri({ pinFile: join(home, 'no-pin') }), /không thấy tệp mã PIN/, /is not there/],
      [uri({ object: 'master-9' }), /đúng một khóa AES nhãn/, /exactly one AES key labelled "master-9", it holds 0/],
      [uri({ object: 'loose' }), /không lấy ra khỏi thiết bị được/, /never leave the device/],
    ]
    for (const [wanted, vi, en] of cases) {
      const file = newPlace()
      const closed = (fault: unknown) => {
        assert.ok(fault instanceof CannotOpen, String(fault))
        assert.match(fault.message, /^MOTCUA_MASTER_KEY: [^\n]+\. \/ [^\n]+\.$/)
        assert.match(fault.message, vi)
        assert.match(fault.message, en)
        return true
      }
      assert.throws(() => mustWrapBy(file, wanted), closed)
      await assert.rejects(openKeyring(file, wanted), closed)
      assert.equal(existsSync(file), false)
    }
  },
)

test('a wrong PIN is tried once: the device would lock itself, until the PIN file is another', onDevice, async () => {
  const file = join(home, 'changed-pin')
  const wanted = uri({ token: 'khac', pinFile: file })
  writeFileSync(file, '111111\n', { mode: 0o600 })
  await assert.rejects(openKeyring(newPlace(), wanted), /refused the PIN/)
  setPin('khac', '111111')
  await assert.rejects(openKeyring(newPlace(), wanted), /refused the PIN/, 'it would be right now, and is not tried')
  writeFileSync(file, '111111')
  await assert.rejects(openKeyring(newPlace(), wanted), /exactly one AES key/)
})

test(
  'a key in a device is reached the way the setting says, though the key file knows the old one',
  onDevice,
  async () => {
    const file = newPlace()
    const oldPin = join(home, 'old-pin')
    writeFileSync(oldPin, pin, { mode: 0o600 })
    const ring = await openKeyring(file, uri({ pinFile: oldPin }))
    const wrapped = ring.wrap(Buffer.alloc(32, 7))
    const known = JSON.parse(readFileSync(file, 'utf8'))
    known.masterKeys[0].token = uri({ pinFile: join(home, 'gone') })
    writeFileSync(file, JSON.stringify(known))
    await assert.rejects(openKeyring(file), /is not there/)
    assert.deepEqual((await openKeyring(file, uri())).unwrap(wrapped), Buffer.alloc(32, 7))
    await rotateKeyring(file, uri({ object: 'master-2' }))
    assert.deepEqual(
      (await openKeyring(file)).unwrap(wrapped),
      Buffer.alloc(32, 7),
      'a rotation writes the new way down',
    )
  },
)

test(
  'a rotation to a device that is not there changes nothing, and to leave a device must be said',
  onDevice,
  async () => {
    const file = newPlace()
    await openKeyring(file)
    const was = readFileSync(file, 'utf8')
    await assert.rejects(rotateKeyring(file, uri({ object: 'master-9' })), CannotOpen)
    assert.equal(readFileSync(file, 'utf8'), was)
    assert.throws(() => mustWrapBy(file, uri()), /run "motcua keys rotate"/)
    mustWrapBy(file, 'file')

    await rotateKeyring(file, uri())
    await assert.rejects(rotateKeyring(file), /lies in a device/)
    await assert.rejects(rotateKeyring(file, uri()), /lies in a device/)
    assert.throws(() => mustWrapBy(file, 'file'), /run "motcua keys rotate"/)
    mustWrapBy(file, uri())
    assert.equal(await rotateKeyring(file, 'file'), 3)
  },
)

test('a PKCS#11 URI says module, token, key and PIN file; with a PIN in it, a part missing or one unknown it is refused and not repeated', () => {
  assert.deepEqual(keyAddressOf(uri({ token: 'một cửa' })), {
    module: library,
    token: 'một cửa',
    object: 'master-1',
    pinFile,
  })
  const stated = 'pkcs11:token=a;object=b?module-path=/m.so&pin-source='
  for (const source of ['/pin', 'file:/pin', 'file:///pin']) assert.equal(keyAddressOf(stated + source).pinFile, '/pin')
  const wrong = [
    'file:/keys',
    'pkcs11:token=a;object=b',
    'pkcs11:token=a?module-path=/m.so&pin-source=/pin',
    `${stated}pin`,
    `${stated}|cat /pin`,
    `${stated}file://elsewhere/pin`,
    `${stated}/pin&pin-value=246810`,
    `${stated}/pin&module-path=/n.so`,
    'pkcs11:token=a;object=b;type=private?module-path=/m.so&pin-source=/pin',
    'pkcs11:token=%E1;object=b?module-path=/m.so&pin-source=/pin',
  ]
  for (const one of wrong)
    assert.throws(
      () => keyAddressOf(one),
      (fault) =>
        fault instanceof CannotOpen && fault.message.startsWith('MOTCUA_MASTER_KEY: ') && !/246810/.test(fault.message),
    )
})
