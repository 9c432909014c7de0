import { readFileSync, statSync } from 'node:fs'
import { type KeyAddress, keyAddressOf, tokenRefused } from './pkcs11-uri.ts'
import { moduleAt, type Session, standard, tokenIn, type TokenObject } from './pkcs11.ts'
import { notOurs, type Wrapper } from './wrapper.ts'

type Opened = { session: Session; key: TokenObject }

const { secretKey, aes, aesKeyWrap, serialSession, writableSession } = standard
/** A data key passes through the device as a key of this session only, which ends with the call. */
const passing = { class: secretKey, keyType: aes, token: false, private: true, sensitive: false, extractable: true }

/** One session for each key in a process: devices have few of them. */
const wrappers = new Map<string, Wrapper>()

/**
 * A master key that never leaves its device: data keys are wrapped and unwrapped inside (AES-KW, `C_WrapKey` and `C_UnwrapKey`). The
 * calls are synchronous, as the vault is; a session that the device gave up is opened once more. Throws `CannotOpen`, naming the
 * setting, where library, token, PIN or key is not as the URI says, or where the key could be taken out.
 */
export function tokenWrapper(uri: string): Wrapper {
  const wrapper = wrappers.get(uri) ?? openWrapper(uri)
  wrappers.set(uri, wrapper)
  return wrapper
}

function openWrapper(uri: string): Wrapper {
  const address = keyAddressOf(uri)
  let opened = openKey(address)

  const unwrapOnce = (wrapped: Buffer) => {
    const passed = opened.session.unwrapKey(aesKeyWrap, opened.key, wrapped, passing)
    return valueOf(passed)
  }
  const wrapOnce = (dataKey: Buffer) => {
    const passed = opened.session.create({ ...passing, value: dataKey })
    try {
      return opened.session.wrapKey(aesKeyWrap, opened.key, passed)
    } finally {
      passed.destroy()
    }
  }
  const reopen = () => {
    closeQuietly(opened.session)
    opened = openKey(address)
  }

  return {
    wrap(dataKey) {
      const bytes = Buffer.from(dataKey)
      try {
        return wrapOnce(bytes)
      } catch {
        reopen()
        return wrapOnce(bytes)
      }
    },
    /** Devices name an altered key each in their own way: one that still unwraps what it wraps has refused these bytes. */
    unwrap(wrapped) {
      const bytes = Buffer.from(wrapped)
      try {
        return unwrapOnce(bytes)
      } catch {
        if (isWorking(wrapOnce, unwrapOnce)) throw notOurs()
        try {
          reopen()
          return unwrapOnce(bytes)
        } catch (fault) {
          if (isWorking(wrapOnce, unwrapOnce)) throw notOurs()
          throw new Error('the key device does not answer', { cause: fault })
        }
      }
    },
  }
}

function isWorking(wrap: (key: Buffer) => Buffer, unwrap: (wrapped: Buffer) => Buffer): boolean {
  try {
    const probe = Buffer.alloc(32, 1)
    return unwrap(wrap(probe)).equals(probe)
  } catch {
    return false
  }
}

function openKey(address: KeyAddress): Opened {
  const slot = tokenIn(moduleAt(address.module), address.token)
  if (!slot)
    throw tokenRefused(
      `không thấy thiết bị khóa có nhãn "${address.token}" (token)`,
      `no token with the label "${address.token}" is there (token)`,
    )
  const pin = readPin(address.pinFile)
  const session = slot.open(serialSession | writableSession)
  try {
    login(session, pin, address)
    return { session, key: mustStayInside(findKey(session, address), address) }
  } catch (fault) {
    closeQuietly(session)
    throw fault
  }
}

type Pin = { text: string; mark: string }

function readPin(file: string): Pin {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile() || (found.mode & 0o007) !== 0)
    throw tokenRefused(
      `không thấy tệp mã PIN ${file}, hoặc mọi người trên máy đọc được tệp này; hãy chạy chmod 600 (pin-source)`,
      `the PIN file ${file} is not there, or anyone on this machine may read it; chmod 600 (pin-source)`,
    )
  return { text: readFileSync(file, 'utf8').replace(/\r?\n$/, ''), mark: `${found.ino} ${found.mtimeMs} ${found.size}` }
}

/** PIN files that a device refused, as they were then: it counts wrong PINs and locks itself, so a process tries each only once. */
const refusedPins = new Set<string>()

function login(session: Session, pin: Pin, { token, pinFile }: KeyAddress): void {
  const tried = [token, pinFile, pin.mark].join('\n')
  if (refusedPins.has(tried)) throw pinRefused('CKR_PIN_INCORRECT')
  try {
    session.login(pin.text)
  } catch (fault) {
    const code = /CKR_\w+/.exec((fault as Error).message)?.[0] ?? ''
    if (code === 'CKR_USER_ALREADY_LOGGED_IN') return
    if (code.startsWith('CKR_PIN')) refusedPins.add(tried)
    throw pinRefused(code, fault)
  }
}

const pinRefused = (code: string, cause?: unknown) =>
  tokenRefused(
    `thiết bị khóa không nhận mã PIN (${code}); hãy xem lại tệp PIN trước khi thử tiếp, vì sai nhiều lần thiết bị sẽ khóa`,
    `the token refused the PIN (${code}); look at the PIN file before trying again, as it locks after several wrong ones`,
    cause,
  )

function findKey(session: Session, { object, token }: KeyAddress): TokenObject {
  const found = session.find({ class: secretKey, keyType: aes, label: object })
  if (found.length !== 1)
    throw tokenRefused(
      `thiết bị "${token}" cần có đúng một khóa AES nhãn "${object}", đang có ${found.length} (object)`,
      `the token "${token}" must hold exactly one AES key labelled "${object}", it holds ${found.length} (object)`,
    )
  return found.items(0).toType()
}

function mustStayInside(key: TokenObject, { object }: KeyAddress): TokenObject {
  const { extractable, sensitive, valueLen } = key.getAttribute({ extractable: null, sensitive: null, valueLen: null })
  if (extractable || !sensitive || valueLen !== 32)
    throw tokenRefused(
      `khóa "${object}" phải dài 256 bit và không lấy ra khỏi thiết bị được (CKA_SENSITIVE, không CKA_EXTRACTABLE)`,
      `the key "${object}" must have 256 bits and never leave the device (CKA_SENSITIVE, not CKA_EXTRACTABLE)`,
    )
  return key
}

function valueOf(passed: TokenObject): Buffer {
  try {
    return passed.getAttribute({ value: null }).value as Buffer
  } finally {
    passed.destroy()
  }
}

function closeQuietly(session: Session): void {
  try {
    session.close()
  } catch {
    // The device gave the session up before us.
  }
}
