//! Serialises ascending numbers as their differences, which compress well, for serde's `with`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub fn serialize<S: Serializer>(numbers: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    let mut before = 0;
    let differences: Vec<u32> = numbers.iter().map(|&number| number.wrapping_sub(std::mem::replace(&mut before, number))).collect();
    differences.serialize(serializer)
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    let mut numbers = Vec::<u32>::deserialize(deserializer)?;
    let mut before = 0u32;
    for number in &mut numbers {
        before = before.wrapping_add(*number);
        *number = before;
    }
    Ok(numbers)
}
