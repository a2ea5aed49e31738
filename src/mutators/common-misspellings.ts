const table = `
absence:absense acceptable:acceptible accidentally:accidently accommodate:accomodate accommodation:accomodation
account:acount achieve:acheive acknowledge:aknowledge acquire:aquire across:accross actually:actualy additional:aditional
address:adress advertisement:advertisment again:agian aggressive:agressive allowed:alowed
almost:allmost although:altough always:allways amateur:amature among:amoung amount:ammount annual:anual another:anohter
answer:anwser apartment:appartment apparently:apparantly appearance:appearence application:aplication appointment:appointement
appreciate:apreciate argument:arguement arrive:arive arrived:arived attached:attatched attendance:attendence available:availible
awkward:akward balance:ballance beautiful:beautifull because:becuase becoming:becomming beginning:begining believe:beleive
beneficial:benificial between:beetween bought:bougt breakfast:brekfast broken:brocken brought:brougth business:buisness
calendar:calender cancel:cancle cancelled:canceld careful:carefull category:catagory certain:certian changeable:changable
chocolate:chocolat colleague:collegue coming:comming commission:comission committed:commited committee:comittee
comparison:comparision complete:compleat completely:completly confirmation:comfirmation
congratulations:congradulations conscience:concience conscious:concious consistent:consistant 
convenient:convienent correct:corect could:coud customer:costumer damaged:dammaged deceive:decieve decision:desicion
definite:definate definitely:definately delivered:deliverd delivery:delivary describe:discribe description:discription
desperate:desparate different:diffrent difficult:dificult disappear:dissapear disappoint:dissapoint
disappointed:dissapointed discount:discout doesn't:dosen't eighth:eigth either:eihter embarrass:embarass
embarrassed:embarassed emergency:emergancy environment:enviroment equipment:equiptment
especially:expecially essential:essencial eventually:eventualy everything:everthing exaggerate:exagerate excellent:excelent
exercise:excercise existence:existance expensive:expencive experience:experiance explanation:explaination
extremely:extreamly familiar:familar favourite:favourit february:febuary finally:finaly forty:fourty forward:foward
freight:frieght friend:freind fulfil:fullfil further:furthur generally:generaly government:goverment
grammar:grammer grateful:greatful guarantee:garantee guaranteed:garanteed happened:happend harass:harrass
humorous:humourous hygiene:hygeine immediate:imediate immediately:immediatly important:importent
independent:independant information:infomation instead:insted interested:intrested interesting:intresting
interrupt:interupt irrelevant:irrelevent island:iland jewellery:jewelery judgement:jugement
knowledge:knowlege language:langauge leisure:liesure library:libary licence:lisence lightning:lightening
maintenance:maintainance maybe:mabye measure:mesure medicine:medecine
message:mesage millennium:millenium miniature:minature mischievous:mischievious misspell:mispell
money:mony necessary:neccessary neighbour:nieghbour neither:niether nineteen:ninteen ninety:ninty
noticeable:noticable number:numbr occasion:ocassion occasionally:occassionally occurred:occured occurrence:occurence
offered:offerd official:offical often:offen opinion:opinon opportunity:oppertunity opposite:oposite original:orginal
ordered:orderd package:packege parallel:paralel parcel:parsel particular:perticular payment:payement
people:poeple perform:preform permanent:permanant persuade:pursuade picture:pitcure piece:peice
please:plese pleasant:plesant possession:posession possible:posible potatoes:potatos 
preferred:prefered prescription:perscription previous:previus privilege:priviledge probably:probly problem:probelm
professional:proffesional pronunciation:pronounciation purchase:purchace purchased:purchaced
quantity:quanity question:quesiton quickly:quikly quiet:queit really:realy reason:reson receipt:reciept receive:recieve
received:recieved recently:recentley recognise:reconise recommend:reccomend remember:rember
replacement:replacment request:requst reservation:resevation response:responce restaurant:restaraunt return:retrun
returned:retruned rhythm:rythm safety:saftey satisfied:satisfyed schedule:shedule secretary:secretery seize:sieze
separate:seperate separately:seperately sergeant:sargent service:servise several:severel shipped:shiped shipping:shiping
shoulder:sholder should:shoud similar:similer sincerely:sincerly something:somthing sometimes:somtimes special:speical
statement:statment straight:straigt strength:strenght subscription:subscribtion successful:succesful
successfully:succesfully sufficient:sufficent support:suport suppose:supose surprise:suprise temperature:temprature
temporary:temporery their:thier themselves:themselfs therefore:therefor though:thuogh thought:thougth through:thruogh
together:togeather tomorrow:tommorow tongue:tounge transferred:transfered truly:truely twelfth:twelth unfortunately:unfortunatly
until:untill unusual:unusal usually:usualy vacuum:vaccum vegetable:vegtable vehicle:vehical view:veiw
visible:visable waiting:waitting warranty:warrenty weather:wether wednesday:wensday weird:wierd welcome:wellcome
where:wher whether:wheter which:wich without:whitout women:womans would:woud writing:writting written:writen wrong:worng
yesterday:yesteday your:youre
`;

/** How English words are often misspelt, lower case: the right spelling first. Written down from general knowledge. */
export const commonMisspellings: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);
