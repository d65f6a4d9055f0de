/** The text that the demo negotiates unless another is named. Everything in it is invented for an exercise. */
export const DRAFT_CONCLUSIONS = `# Draft Council conclusions on a joint response to the malicious cyber activity against port and river traffic services (EXERCISE)

The Council of the European Union adopted the following conclusions:

1. The Council expresses its serious concern at the malicious cyber activity which, between 11 January and 2 March 2026, disrupted the traffic management services of seaports and inland ports in several Member States and which has become known under the name of GREY HERON[^1]. It expresses its solidarity with the Member States, the port communities and the crews affected, and pays tribute to the harbour masters, pilots and technicians who kept vessels moving safely under very difficult conditions.

The Council notes that no life was lost. It underlines that for more than nine days, however, pilotage, berth allocation and the notification of dangerous goods could be carried out on paper only, that four waterways were closed to vessels carrying hazardous cargo, and that the interruption was felt by hospitals, food wholesalers and energy suppliers far away from the coast.

2. The Council recalls that the Union and its Member States have long promoted an open, free, global, stable and secure cyberspace, in which human rights and fundamental freedoms and the rule of law fully apply. Activities which put at risk the safety of navigation, and with it the lives of seafarers and the integrity of the marine environment, are incompatible with the norms of responsible State behaviour endorsed by all members of the United Nations[^2].

In particular, the Council stresses that no State should order, carry out or tolerate operations against the services on which ports, waterways and their users depend, and that a State which learns that its territory serves as a base for such operations is expected to act. Where another State asks for help in the course of an incident, that request should be answered without undue delay.

3. The Council takes note of the shared situational awareness built up by the Member States, the competent Union services and the network of national response teams in the weeks following the first reports. On that basis it considers that the activity:

- made use of a maintenance account of a supplier of berth planning software, which is installed in at least forty-one ports in the Union and its neighbourhood;
- remained unnoticed for an estimated five months, during which configuration data and the contact details of duty officers were copied;
- was timed to coincide with the winter peak of inland navigation and with low water on two major rivers;
- was accompanied by forged navigational warnings, distributed in three languages, which were evidently intended to undermine the confidence of crews in official sources.

The Council notes that the scale of the preparation, the patience shown and the absence of any demand for payment set the activity apart from ordinary cybercrime. The assessment of its scope, scale, duration, intensity, complexity, sophistication and impact should be kept under review as further technical findings become available[^3].

4. The Council welcomes the voluntary contributions of Member States to the exchange of information, including from those which were not directly affected. It encourages all Member States to continue to share relevant findings in good time, with due regard to the protection of sources and to the wishes of the originator.

The Council invites the competent services to present, by the end of April 2026, a consolidated chronology of the activity in a form that can be made available to port authorities, classification societies and insurers. Such a chronology should state clearly what is known, what is assessed and what remains uncertain.

5. The Council recalls that it is for each Member State, as a matter of sovereign political judgment, to decide in the individual case whether an activity is attributed to a State or to a non-State actor, and that international law sets the standard for doing so. It further recalls that many of the measures at the disposal of the Union can be taken without any attribution. An indication that an activity was launched from, or passed through, the territory or the infrastructure of a given State does not in itself imply the responsibility of that State.

Without prejudice to such decisions, the Council calls on all States from whose territory elements of the infrastructure used for the activity were operated to take all appropriate and reasonably available steps to bring it to an end, to preserve evidence and to answer the requests for assistance which have been addressed to them. It regrets that two of the five requests sent in February have remained without a reply[^4].

6. The Council underlines that a joint response should serve the protection of the Union, its Member States and their citizens, should take account of the broader context of the Union's external relations, should rest on a shared situational awareness, and should be proportionate to the activity and its effects. With that in mind the Council agrees that the following measures should be prepared in parallel, so that they can be used separately or together:

- a statement on behalf of the Union and its Member States, to be coordinated with like-minded partners, which explains the consequences of interference with the safety of navigation;
- démarches in the capitals of the States referred to in paragraph 5, carried out by Union delegations together with the embassies of Member States;
- the inclusion of the protection of ports and waterways in the agenda of forthcoming cyber dialogues and in the work of the competent international organisations;
- technical advisories for operators of traffic management services, published in all official languages of the Union;
- targeted support to neighbouring partners which use the same software and which lack the means to replace it quickly.

The Council recalls that other instruments within the Common Foreign and Security Policy, including restrictive measures where necessary, remain available. It invites the preparatory bodies to examine under which conditions they could contribute to a sustained response, should the activity continue or be resumed in another form.

7. The Council stresses the importance of clear, timely and consistent communication. Conflicting public statements in the first days of the activity caused additional delay, since masters of vessels could not tell genuine notices from forged ones. The Council therefore invites Member States to agree on common lines before statements are made, to name a single point of contact for enquiries from the shipping industry, and to correct false notices jointly and without delay.

Communication should neither exaggerate the capabilities of those responsible nor disclose methods of detection. It should make plain that behaviour of this kind has consequences, and that the Union will support those who suffer from it[^5].

8. The Council acknowledges that resilience begins at home. It notes with concern that in more than half of the ports affected the maintenance account had never been subject to any form of review, and that paper procedures, where they existed, had not been practised for years. It invites Member States to:

- verify, in cooperation with operators, which suppliers hold remote access to systems on which the safety of navigation depends;
- ensure that such access is limited in time, recorded and subject to the approval of the operator;
- practise, at least once a year, the continuation of essential services without the support of information systems;
- examine together with neighbouring ports how traffic can be diverted when one of them is no longer able to receive it.

The Council emphasises that these measures are a matter of national competence and that they complement, and do not replace, the obligations which follow from Union legislation on the security of network and information systems.

9. The Council underlines the value of cooperation with partners. It welcomes the readiness of several States bordering the same waterways to exchange findings with the Union, and the support offered by the regional organisations in which they take part. It invites the High Representative to explore, together with interested partners, a common understanding on the protection of traffic management services in times of peace, building on the confidence-building measures already agreed in the regional framework[^6].

The Council encourages candidate countries and other partners to align themselves with these conclusions. It recalls that the Union stands ready to assist, on request, with advice, training and equipment, within the means available.

10. The Council recalls the role of the private sector, which owns and operates the greater part of the systems concerned. It appreciates the openness with which the supplier referred to in paragraph 3 made its own findings available, and considers that such openness should be encouraged and not penalised. At the same time it recalls that those who place software on the market bear responsibility for its maintenance throughout the period for which it is in use.

The Council invites the Commission to assess, in consultation with Member States and industry, whether the arrangements for coordinated disclosure of vulnerabilities in maritime and inland navigation equipment are sufficient[^7].

11. The Council invites the preparatory bodies to test the arrangements described above in an exercise before the end of 2026. The exercise should involve port authorities and river commissions, should include at least one scenario in which electronic communication between capitals is not available, and should examine how delegations can negotiate and agree a text under such conditions.

The lessons identified should be reported to the Council, together with an evaluation of the effects, in the short and in the longer term, of any measure taken in response to the activity. On that basis the Council will consider whether to adapt or to end such measures, or to reopen any stage of its deliberations.

12. The Council will revert to the matter in the second half of 2026 in the light of developments. It invites the High Representative and the Commission to keep it informed, and remains determined to protect those who live by and travel on the waters of the Union against malicious cyber activities, wherever they originate.

[^1]: The name was chosen for this exercise. It does not refer to any person, State or organisation, and the facts set out in these conclusions are invented.

[^2]: Report of the group of governmental experts, as endorsed by consensus; for the purposes of the exercise reference is made to document EX 112/26.

[^3]: Technical summary of 4 March 2026, document EX 118/26 ADD 1.

[^4]: Position on 16 March 2026. Replies received after that date will be reflected in a further revision of this text.

[^5]: Communication guidelines for exercises, document EX 97/25, section 4.

[^6]: Decisions on confidence-building measures, referred to in the exercise as EX 88/24 and EX 90/24.

[^7]: Without prejudice to the right of initiative of the Commission.
`
