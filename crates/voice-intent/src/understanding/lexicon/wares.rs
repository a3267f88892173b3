//! Common goods of Indian shops by their plain names. A word of this table is goods, and nobody's name; a word that is not
//! in it may be either. Words that are names of people as well (kajal, kesar, chandan) are left out.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Single words, in the spellings that people and transliteration give them.
const WARES: &str = "\
    aata atta maida besan sooji suji rava rawa dalia daliya poha pohe sattu ragi bajra jowar jwar gehu gehun gehoon makka \
    chawal chaawal rice basmati sella kolam ponni idli dosa batter flour wheat sugar cheeni chini shakkar khand gud gur jaggery mishri \
    namak salt tel oil ghee ghi dalda vanaspati makkhan butter paneer dahi curd doodh milk chaas chhaachh lassi cream khoya mawa cheese \
    daal dal toor tur arhar moong mung urad udad chana channa masoor rajma chole chhole lobia matar lentil \
    haldi mirch mirchi dhaniya dhania jeera zeera jira rai sarson hing laung elaichi ilaychi ilaichi ajwain saunf methi dalchini tejpatta \
    masala turmeric chilli pepper cumin coriander cardamom clove \
    aloo alu pyaz pyaaz pyaj tamatar gobhi baingan bhindi lauki karela tori palak gajar mooli kheera kakdi nimbu lehsun lahsun adrak \
    onion potato tomato garlic ginger carrot cabbage beans brinjal spinach lemon \
    kela kele seb aam santra santre santara santare angoor angur anar papita tarbooj mosambi amrud apple banana mango orange grape \
    kaju badam kishmish akhrot pista makhana chhuhara khajur supari paan cashew almond raisin \
    chai chaipatti tea coffee biscuit biskut bread rusk toast cake pastry namkeen bhujia chips kurkure lays maggi noodles pasta \
    chocolate toffee candy chaklet cookie jam sauce ketchup achaar achar pickle papad honey shahad murabba \
    coke pepsi sprite fanta limca maaza maza frooti juice sharbat soda bisleri paani pani water \
    anda ande egg chicken mutton keema machhli fish jhinga prawn \
    rasgulla rosogolla barfi burfi laddu ladoo jalebi gulabjamun peda samosa kachori mithai halwa rabdi rasmalai sonpapdi \
    sabun soap shampoo detergent surf vim harpic dettol lizol phenyl colin toothpaste toothbrush brush manjan datun colgate pepsodent \
    closeup talcum powder lipstick bindi kangan bangle bangles nailpolish kanghi comb razor blade perfume itra sindoor mehendi lotion \
    facewash sanitizer sanitary pad diaper tissue napkin cotton \
    agarbatti dhoop mombatti machis diya kapoor candle matchbox bidi beedi cigarette gutkha tambaku khaini \
    copy kopi notebook pen pencil rubber eraser sharpener register diary scale ruler marker chart crayon colour glue gum stapler \
    envelope lifafa kagaz paper file folder chalk \
    saree sari kurta kurti pajama dupatta lehenga salwar shirt pant jeans tshirt jacket sweater shawl chaddar chadar bedsheet pillow takiya \
    towel tauliya rumal socks moza moze baniyan underwear petticoat blouse suit kapda cloth fabric poplin topi cap belt purse \
    chappal joota joote sandal shoe slipper button dhaga thread zip needle sui \
    cement siment saria sariya sand reti bajri int eent brick tile paint primer putty varnish thinner \
    kil keel nail pech screw bolt nut hinge kabza tala lock hammer hathoda pliers spanner drill pipe tap nal elbow valve wire taar cable \
    switch socket plug bulb balb tubelight holder fuse mcb fan pankha cooler heater geyser iron press mixer grinder charger battery \
    inverter torch clock ghadi earphone headphone mobile cover \
    balti bucket mug jug tub dustbin jhadu broom pochha mop wiper rassi rope bartan kadhai tawa cooker thali plate katori glass gilas \
    chammach spoon knife chaku tiffin bottle flask kettle \
    crocin krocin paracetamol dolo combiflam disprin volini benadryl digene eno moov vicks bandage patti syrup tablet tablets capsule \
    goli dawai dawa ointment strip injection ors inhaler mask thermometer \
    khad urea dap beej seed fertilizer keetnashak chokar chokhar bhusa khali chara \
    tyre tube mobil kerosene \
    ration kirana kirane sabzi sabji sauda rashan";

static SET: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| WARES.split_whitespace().collect());

/// Is this the plain name of goods, in the singular or with an English s?
pub(crate) fn is_ware(latin: &str) -> bool {
    SET.contains(latin)
        || latin.strip_suffix('s').is_some_and(|one| SET.contains(one))
        || latin.strip_suffix("es").is_some_and(|one| SET.contains(one))
}

/// Words that end the name of a business: "Gupta General Store" is a customer, whatever it sells.
const BUSINESSES: &str = "\
    store stores traders trader trading medical medicals medicos pharmacy hardware textiles textile garments boutique tailor tailors \
    hotel restaurant dhaba cafe caterers bakery sweets dairy provision provisions bhandar bhawan bhavan general enterprises enterprise \
    kirana electricals electronics agency agencies brothers sons mart emporium foods clinic hospital school college society house centre \
    center corner studio salon parlour industries company builders constructions";

static BUSINESS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| BUSINESSES.split_whitespace().collect());

/// Does the word end the name of a business?
pub(crate) fn is_business(latin: &str) -> bool {
    BUSINESS.contains(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goods_are_known_in_either_number_and_people_are_no_goods() {
        for goods in ["cheeni", "notebooks", "brushes", "saria"] {
            assert!(is_ware(goods), "{goods}");
        }
        for person in ["rahul", "kajal", "kesar", "chandan", "gupta", "suresh"] {
            assert!(!is_ware(person), "{person}");
        }
    }
}
