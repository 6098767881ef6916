//! Requests and replies as bytes, to send them between threads.

use super::request::{Fault, Reply, Request};
use crate::part::Damage;

macro_rules! wire {
    ($($name:ty),*) => {$(
        impl $name {
            /// As bytes, in postcard.
            pub fn to_bytes(&self) -> Vec<u8> {
                postcard::to_allocvec(self).expect("these types have lengths, which is all that postcard asks for")
            }

            /// From the bytes of [`Self::to_bytes`]; others are [`Damage::Content`].
            pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damage> {
                postcard::from_bytes(bytes).map_err(|_| Damage::Content)
            }
        }
    )*};
}

wire!(Request, Reply, Fault);

#[cfg(test)]
mod tests {
    use crate::article::ArticleId;
    use crate::room::{Fault, Hit, Reply, Request, SearchRequest, SearchView};
    use crate::view::Summary;

    #[test]
    fn requests_and_replies_round_trip() {
        let request = Request::Search(SearchRequest { query: "Größe „".into(), limit: 7, ..SearchRequest::default() });
        assert_eq!(Request::from_bytes(&request.to_bytes()), Ok(request));
        let snippet = vec![("a".into(), true)];
        let hit = Hit { article: ArticleId(3), summary: Summary::default(), score: 1.25, places: 2, snippet, strip: vec![500] };
        let reply = Reply::Search(SearchView { total: 1, hits: vec![hit], ..SearchView::default() });
        assert_eq!(Reply::from_bytes(&reply.to_bytes()), Ok(reply.clone()));
        let bytes = reply.to_bytes();
        for end in 0..bytes.len() {
            assert!(Reply::from_bytes(&bytes[..end]).is_err(), "{end}");
            assert!(Fault::from_bytes(&[end as u8 | 0x80]).is_err());
        }
        assert_eq!(Fault::from_bytes(&Fault::Stopped.to_bytes()), Ok(Fault::Stopped));
    }
}
