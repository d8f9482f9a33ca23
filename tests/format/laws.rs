//! What holds for any data.

use std::rc::Rc;

use claimlight::{
    annotation::Claim,
    formats::Dataset,
    record::{ClaimId, Register},
};
use proptest::prelude::*;

use crate::{
    against_schema, example, export, generate::dataset, import, in_order, json, w3c_model,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn what_was_exported_comes_back(data in dataset()) {
        let imported = import(&export(&data)).unwrap();
        prop_assert_eq!(imported.set_aside, vec![]);
        prop_assert_eq!(imported.data, in_order(data));
    }

    #[test]
    fn every_export_holds_to_the_schema_and_the_w3c_model(data in dataset()) {
        let file = json(&export(&data));
        prop_assert_eq!(against_schema(&file), Vec::<String>::new());
        w3c_model::check(&file);
    }

    #[test]
    fn the_same_data_in_any_order_gives_the_same_bytes(data in dataset()) {
        let mut turned = data.clone();
        turned.articles.reverse();
        turned.sources.reverse();
        turned.claims.reverse();
        prop_assert_eq!(export(&data), export(&turned));
    }
}

/// The first claim of the example, many times over.
fn many_claims(number: usize) -> Dataset {
    let mut data = example::dataset();
    let claim = data.claims[0].clone();
    data.claims = (0..number)
        .map(|i| Rc::new(Claim { id: ClaimId::from_u128(i as u128), ..(*claim).clone() }))
        .collect();
    data
}

#[test]
fn more_than_one_page_is_still_one_file() {
    let data = many_claims(1201);
    let text = export(&data);
    let file = json(&text);
    assert_eq!(against_schema(&file), Vec::<String>::new());
    w3c_model::check(&file);
    let items = |page: &serde_json::Value| page["items"].as_array().unwrap().len();
    assert_eq!(items(&file["first"]), 500);
    assert_eq!(file["pages"].as_array().unwrap().iter().map(items).collect::<Vec<_>>(), [500, 201]);
    assert_eq!(import(&text).unwrap().data, in_order(data));
}

#[test]
fn a_full_page_has_no_next_one() {
    let file = json(&export(&many_claims(500)));
    assert_eq!((file.get("pages"), file["first"].get("next")), (None, None));
}

#[test]
fn deleted_claims_are_none_of_the_collection() {
    let mut data = many_claims(3);
    let claim = Rc::make_mut(&mut data.claims[1]);
    claim.deleted = Register::new(true, claim.content.stamp());
    let file = json(&export(&data));
    assert_eq!(file["total"], 2);
    assert_eq!(file["first"]["items"].as_array().unwrap().len(), 2);
    assert_eq!(file["deletedClaims"].as_array().unwrap().len(), 1);
    assert_eq!(import(&file.to_string()).unwrap().data, in_order(data));
}

#[test]
fn nothing_at_all_is_a_valid_file() {
    let file = json(&export(&Dataset::default()));
    assert_eq!(against_schema(&file), Vec::<String>::new());
    w3c_model::check(&file);
    assert_eq!(import(&file.to_string()).unwrap(), claimlight::formats::Imported::default());
}
