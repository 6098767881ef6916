//! Rising numbers as their distances in Rice's code (Golomb, "Run-length encodings", 1966; Rice, 1979): the upper bits of a distance in unary
//! (ones, then a zero), then its lower bits, the lowest first.

/// The `numbers`, which rise, with `plain` lower bits each; also how many there are.
pub fn write(numbers: impl Iterator<Item = usize>, plain: u8) -> (Vec<u8>, u32) {
    let mut stream: Vec<u8> = Vec::new();
    let mut used = 0;
    let mut push = |bit: bool| {
        if used % 8 == 0 {
            stream.push(0);
        }
        if let Some(last) = stream.last_mut() {
            *last |= u8::from(bit) << (used % 8);
        }
        used += 1;
    };
    let (mut count, mut next) = (0, 0);
    for number in numbers {
        let distance = number - next;
        (0..distance >> plain).for_each(|_| push(true));
        push(false);
        (0..plain).for_each(|bit| push(distance & 1 << bit != 0));
        next = number + 1;
        count += 1;
    }
    (stream, count)
}

/// The `count` numbers that [`write`] put into `stream`; any numbers if it holds something else.
pub fn read(stream: &[u8], plain: u8, count: u32) -> impl Iterator<Item = usize> {
    let mut bits = stream.iter().flat_map(|byte| (0..8).map(move |bit| byte & 1 << bit != 0));
    let mut next = 0;
    (0..count).map(move |_| {
        let upper = bits.by_ref().take_while(|bit| *bit).count() << plain;
        let lower = (0..plain).fold(0, |lower, bit| lower | usize::from(bits.next() == Some(true)) << bit);
        let number = next + (upper | lower);
        next = number + 1;
        number
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        for numbers in [vec![], vec![0], vec![3, 4, 5, 900, 901, 70_000]] {
            for plain in [0, 3, 12] {
                let (stream, count) = write(numbers.iter().copied(), plain);
                assert_eq!(read(&stream, plain, count).collect::<Vec<_>>(), numbers);
            }
        }
    }
}
