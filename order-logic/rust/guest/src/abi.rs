use crate::Verdict;

const FAULT: u64 = 1 << 63;

/// Room for a message. It is never given back: an instance handles one message and is thrown away.
pub fn room_for(length: usize) -> *mut u8 {
    Vec::with_capacity(length.max(1)).leak().as_mut_ptr()
}

/// The message that the host wrote.
///
/// # Safety
/// `pointer` is from [`room_for`], and the host wrote `length` bytes there.
pub unsafe fn message<'a>(pointer: *const u8, length: usize) -> &'a [u8] {
    unsafe { std::slice::from_raw_parts(pointer, length) }
}

/// Hands a verdict to the host. One that cannot be written is a bug in the module, and told as such.
#[inline(never)]
pub fn answer(verdict: Verdict) -> u64 {
    match serde_json::to_string(&verdict) {
        Ok(text) => pack(text, 0),
        Err(error) => pack(format!("the verdict cannot be written: {error}"), FAULT),
    }
}

fn pack(text: String, fault: u64) -> u64 {
    let text = text.leak();
    fault | (text.as_ptr() as u64) << 32 | text.len() as u64
}
