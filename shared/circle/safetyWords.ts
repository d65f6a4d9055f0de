/** 2048 everyday English words, easy to tell apart by voice; 11 bits each. The order is part of the format: log/FORMAT.md section 2. */
const LIST = `
abbey ability above academy accent access accident account acid acorn acoustic acre across action active actor actual adapt
address adjust admire adult advance adventure advice aerial affair afford afraid after again agency agenda agent agile agree
ahead aim airport aisle alarm album alcove alert algebra alike alive alley alliance allow alloy almond almost alone alpha alpine
already altar alter always amateur amazing amber ambush amend ample amuse analyst anchor ancient angel angle animal ankle annex
annual answer antenna antique anvil anyone apart apex apology appeal apple approve apricot april apron arable arcade archive
arctic arena argue armada army aroma around arrange arrive arrow artist ascend aside aspect aspen asset assist assume asteroid
astute athlete atlas atom attach attend attic auction audio august aunt author autumn avenue average avocado avoid awake award
aware axis axle azure bachelor bacon badge badger bagel baggage baker balance balcony ball ballad ballet balloon bamboo banana
band banjo banner barber bargain bark barley barrel base basil basin basket batch baton battery bay bazaar beach beacon beak
beard beast beaver because bedrock bee beech beetle before begin behave believe belong belt bench benefit berry beside beta
better between beyond bicycle bike bingo biology birch bird birth biscuit bison black blade blanket blast blaze blend bless
blind blink block blond bloom blossom blouse blue blunt board boat body boil bold bonus boost border borrow boss botany bottle
bottom boulder bounce boundary bow brain brake branch brass brave bread breakfast breath breeze brick bridge brief bright bring
brisk bronze brook broom brother brown brush bubble bucket budget buffalo build bulb bumper bundle bunker burden bureau burst
business busy butcher butler butter button buyer buzz cabbage cabin cable cactus cafe calcium calendar calm camel camera canal
canary candle candy canoe canteen canvas canyon cap capable capital captain caravan carbon card cardinal cargo carol carpet
carriage carrot carry carve cascade cash castle casual catalogue catch cathedral cattle cause caution cavern cedar ceiling
celery cello cement census centre century cereal certain chain chair chalet chalk champion chance change channel chaos chapel
chapter charcoal charge charm chart chase cheap check cheek cheese chemist cherry chess chest chestnut chew chicken chief child
chimney china chip chocolate choice choir chord chorus chronic church cinema cinnamon circle circus cistern citizen city civil
claim clamp clarinet class claw clean clerk clever click client cliff climate climb clinic clock close cloth cloud clove clown
club cluster coach coast cobalt cobra cockpit cocoa coconut code coffee coin collar collect college colony column combine comet
comfort command common company compass complete concert conduct confirm congress connect consider contact context contract
convoy cook copper copy coral corner correct cosmic cottage cotton couch council count country couple courage course court
cousin cover coyote crab cradle craft crane crater crayon cream create credit creek crescent crest cricket crisp critic crop
cross crowd crown crucial cruise crumb crunch crush crust crystal cube cuckoo cucumber cuff culture cupboard curb curious
current curry curtain curve cushion custom cycle cylinder cymbal cypress daily dairy daisy damp dance danger daring data
daughter dawn dean debate debris decade december decide deck decorate deep defend degree delay delegate deliver delta demand
denim dentist deny depart depend depot depth deputy derby desert design dessert detail detect develop device dew diagram dial
diamond diary diesel diet differ digital dignity dinner dinosaur diploma direct disc discover distance ditch diver divide dizzy
doctor document dog doll dollar dolphin domain dome donate donkey donor double dough draft dragon drama draw drawer dream dress
drift drill drink drive drum dry duel duke during dusk duty dwarf dynamic eager eagle early earth easel easy echo eclipse
ecology economy edit educate effort egg eight either elastic elbow elder elect elegant element elephant elevator eleven elite
elk else embark ember embrace emerald emerge emotion emperor employ empty enable enamel end endless energy engine enjoy enough
enrich enter entire entry envelope envoy epic episode equal equator equip era erase errand error escape essay estate eternal
ethics evening event evidence evolve exact exam example excess exchange excite exhibit exile exist exotic expand expect expert
explain export express extend extra eyebrow fable fabric face factor factory faculty faint fairy faith falcon false family
famous fan fancy fantasy farm fashion father fatigue favour feather february federal fence fern ferry fertile festival fetch
fever fibre fiction fiddle field fifteen fifty fig figure file filter final finch find finger finish first fish fitness fjord
flag flame flamingo flannel flash flavour fleece fleet flexible flight flint float flock flood floor flour flow flower fluid
flute fly foam focus follow football force forest forget fork formal fortune forum forward fossil foster fountain fox fragile
frame freedom freight frequent fresh friday fridge friend fringe frog front frost frozen fruit full funnel furnace future gadget
galaxy gallery gallop gamble game garage garden garlic garment gas gather gauge gazelle gear general genius gentle genuine
geology gesture geyser giant gift ginger giraffe girl give glacier glad glance glass glide glimpse globe gloom glory glove goal
goblet golf gondola good goose gorge gorilla gossip govern gown grace grain grammar grand granite grape graph grass gravel
gravity great green greet grey grid grill grocer groove ground group grove grow guard guess guest guide guitar gym habit hair
half hammer hammock hamster happy harbour harmony harness harp harvest hat hatch haven hawk hazel health heart heather heavy
hedge hedgehog height helicopter helmet help hemlock hen herald herb hermit heron herring hidden high hill hinge hint hire
history hobby hockey hole holiday hollow holly honey hoof horizon horse hospital host hotel hour house hover hub huge human
humble humour hundred hunger hunter hurdle hurry hyacinth hybrid hydrogen iceberg icon ideal identify idle igloo image imagine
impact import improve include income index indigo indoor industry infant inform inhale initial inland inn inner input insect
inside inspire install instrument intact interest invent invest invite iris island isotope issue item ivory ivy jacket jade
jaguar jam january jasmine jazz jealous jeans jelly jersey jet jewel jigsaw job jockey joke jolly journal journey jubilee judge
juggle juice july jumbo jump june jungle junior juniper just kangaroo karate kayak keen kennel kernel kettle key keyboard
kilogram kilt king kingdom kiosk kitchen kite kitten kiwi knee knife knight knit knock know koala label labour ladder lady
lagoon lake lamb lance language lantern lapel laptop large laser last lather lattice laugh laundry laurel lava lavender lawyer
layer leader leaf league learn lease leather lecture ledge left legal legend lemon lens lentil leopard lesson letter lettuce
level lever liberty library licence lid life light lilac lily limestone limit linden linen lion liquid listen litre little
lively lizard llama load lobby lobster local locomotive lodge logic lonely long loop lotus lounge love loyal lucky luggage
lumber lunar lunch luxury lynx lyric machine magenta magic magnet magpie mahogany mail maize major mallet mammal mammoth manage
mandate mango manner manor mansion mantle manual maple marathon marble march margin marigold marine market marsh mask mason
master match matrix matter maximum mayor meadow measure meat mechanic medal media medicine melody melon member memory mention
mentor menu merchant mercury mercy merit mermaid merry message metal meteor method metro middle midnight mild million mimic
mineral minimum minister mink minor minute miracle mirror mission mist mitten mixture mobile model modern modest module moment
monarch monday money monitor monkey monsoon month monument moon moose moral morning mosaic motel mother motion motor mound
mountain mouse mouth movie mud muffin mule muscle museum mushroom music muslin mussel mustard mutual myrtle mystery myth napkin
narrow nation native nature navy nectar needle negative neighbour neither neon nephew nerve nest nettle network neutral never
newborn news nickel night nimble nine noble noise nomad noodle normal north notable note nothing notice noun novel november
nuclear number nurse nut nutmeg nylon oak oasis obey object oblige observe obtain obvious ocean octave october octopus odd odour
offer office officer often olive omega omelette once onion only onward opal open opera opinion oppose option oracle orange orbit
orchard orchestra orchid order ordinary organ orient origin ornament osprey ostrich other otter outdoor outer owl owner oxide
oxygen oyster ozone pacific pack paddle page painter palace panda panel panic panther paper parade parcel pardon parent parrot
parsley parsnip partner party pass passage pasta pastel pastry pasture patch path patient patrol pattern pause pavement paw
payment peace peach peacock peanut pearl peasant pebble pedal pelican penalty pencil penguin people pepper perch perfect perfume
period permit person petal phantom pheasant phone photo phrase physics piano picnic picture piece pier pigeon pillar pillow
pilot pioneer pipe pirate piston pitch pixel pizza plain planet plank plaster plate platform player plaza pleasure plenty plough
plum plumber plunge plural pocket podium poem point polar police polish pollen polo pond pool poppy popular portal porter
portrait position possible postcard pot potato pottery pouch powder practice prairie praise predict prefer prepare present
pretty previous pride primary prince priority prism private problem process produce profit program project promise proof proper
proud provide public pudding pulley pulp pulse pumpkin pupil puppet purchase pure purple purpose push puzzle pyjamas pyramid
python quail quality quantum quarry quarter quartz queen quest question quick quiet quill quince quiver quiz quota rabbit
raccoon radar radio radish rainbow raisin rally random rapid rare raspberry razor react ready real reason receive recipe record
recycle red reduce reef referee reflect reform refuge region regular reindeer relax release relief remark remember remote renew
rent repair repeat reply report republic rescue resin resist respect result retire return reveal review reward rhubarb rhythm
ribbon rice rigid ripple ritual rival robin robot robust rock rodeo romance room rope rosemary rotate route royal rubber rudder
rug rugby runner runway rural rye sabre safari saffron salad salary salmon salt salute sample sandal sandwich sapphire sardine
satellite satin saturday saucer sauna sausage save saxophone scale scallop scan scarf scatter scene school science scissors
scooter score scout scrap screen screw script scrub sculpture sea search second secret section select senate senior sentence
september sequel series sermon service session seven shade shadow shaft shallow shampoo shark shed sheep shelf shelter shepherd
sheriff shield shine shirt shock shoe shoulder shovel shower shrimp shuttle sibling sierra signal silence silk silver similar
single siren sister six size skate sketch ski skill sledge sleeve slender slice slim slogan slope small smart smile smoke smooth
snack snail snake soap soccer social soda soft soldier solid solution solve sonnet source south space spaniel sparrow speak
special speech speed spell sphere spider spin spinach spiral spirit splash sponge spoon sport spray spread spring spruce square
squash squirrel stable stadium staff stage stairs stamp stand star statue steel step stereo stick stirrup stone stool stork
strange straw stream street strike strong student studio style subject submarine suburb subway success sudden suede sugar
suggest suit sulphur summer summit sun sunday sunset supper supply supreme surface surgeon surprise surround survey swarm
sweater sweet swift swing switch sword sycamore symbol symphony syrup system tablet tackle tactic tadpole tailor talent talk
tambourine tangent tapestry target tariff tart taste taxi team teapot teaspoon telegram telescope temple tempo tenant tender
tennis tenth terrace terrier text textile theatre theme theory thermal thick thimble thing third thirty thistle thorn thought
thread three thrive throat throne thrush thumb thunder thursday tiara ticket tide tiger tight timber tiny tiptoe tissue titan
title today together tomato tomorrow tongue tonic tooth topaz torch tornado tortoise total tower toy track tractor trade traffic
trail transfer transit tray treasure treaty trellis tremble trend trial triangle tribe tribute trigger trim triple trolley
trombone trophy tropic trouble trousers trout true trumpet trunk trust truth tuba tuesday tulip tundra turban turbine turkey
turn turnip turquoise turtle tutor tuxedo tweed twelve twenty twice twig twist two type typhoon umbrella uncle under unfold
unicorn uniform unique unity universe until unusual upgrade uphold upright upset urge usage useful usher usual utility vacant
vacuum valid valley valve vanilla vanish vapour various vault vector vehicle velvet vendor venture verdict verse version vessel
veteran viaduct vibrant victory video view vigour villa village vinegar vintage violet violin virtue visa vision visit visual
vital vivid voice volcano volt volume volunteer voucher vowel voyage wafer wagon waiter walnut walrus waltz wander wardrobe
warrior wasp wax weave wedding wednesday weekend welcome welfare whale wharf wheat wheel whisper white wicker width window
winter wisdom woman world worry wrist yacht yarn yellow yesterday yeti yoga yogurt young zebra zenith zero zigzag zinc zipper
zodiac zoo
`

export const SAFETY_WORDS: readonly string[] = LIST.trim().split(/\s+/)
