//! Asks the room, wherever it runs: in a worker, or in the page. The loader script decides that.

use crate::platform;
use zeitlupe_core::part::{Damage, PartKey};
use zeitlupe_core::room::{Fault, Question, Reply, Request, answer_of};

/// Asks and waits for the answer.
///
/// # Errors
/// If a part of the data is missing or damaged, or the room stopped.
pub async fn ask<Q: Question>(question: Q) -> Result<Q::Answer, Fault> {
    answer_of::<Q>(send(question.into_request()).await?)
}

/// Like [`ask`], without the type of the question.
///
/// # Errors
/// The same.
pub async fn send(request: Request) -> Result<Reply, Fault> {
    // The loader sends corrections to each room that it starts.
    let name = if matches!(request, Request::Correct(_)) { "correct" } else { "ask" };
    outcome(platform::ask(name, &request.to_bytes()).await.as_deref())
}

/// The room's answer; bytes that cannot be decoded are a fault like any other.
// Apart from `send`: with the loops of the decoder in it, WebKit once lost what `send` had to free after them.
#[inline(never)]
fn outcome(answer: Option<&[u8]>) -> Result<Reply, Fault> {
    let unreadable = |damage| Fault::Damaged(PartKey::Base, damage);
    match answer {
        None => Err(Fault::Stopped),
        Some([0, reply @ ..]) => Reply::from_bytes(reply).map_err(unreadable),
        Some([1, fault @ ..]) => Err(Fault::from_bytes(fault).unwrap_or_else(unreadable)),
        Some(_) => Err(unreadable(Damage::Content)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_reply_or_a_fault() {
        let (reply, fault) = (Reply::Within(None), Fault::Missing(PartKey::Timeline, "HTTP 404".into()));
        assert_eq!(outcome(Some(&[&[0], &reply.to_bytes()[..]].concat())), Ok(reply));
        assert_eq!(outcome(Some(&[&[1], &fault.to_bytes()[..]].concat())), Err(fault));
        assert_eq!(outcome(None), Err(Fault::Stopped));
        for unreadable in [&[][..], &[0], &[1, 0xff], &[7]] {
            assert_eq!(outcome(Some(unreadable)), Err(Fault::Damaged(PartKey::Base, Damage::Content)));
        }
    }
}
