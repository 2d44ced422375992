/** Codes and names that are no longer in use: books of their years are. */
export const withdrawn = `
ADP Andorran Peseta
AFA Afghani
ALK Old Lek
ANG Netherlands Antillean Guilder
AOK Kwanza
AON New Kwanza
AOR Kwanza Reajustado
ARA Austral
ARP Peso Argentino
ARY Peso
ATS Schilling
AYM Azerbaijan Manat
AZM Azerbaijanian Manat
BAD Dinar
BEC Convertible Franc
BEF Belgian Franc
BEL Financial Franc
BGJ Lev A/52
BGK Lev A/62
BGL Lev
BGN Bulgarian Lev
BOP Peso boliviano
BRB Cruzeiro
BRC Cruzado
BRE Cruzeiro
BRN New Cruzado
BRR Cruzeiro Real
BUK Kyat
BYB Belarusian Ruble
BYR Belarusian Ruble
CHC WIR Franc (for electronic)
CSD Serbian Dinar
CSJ Krona A/53
CSK Koruna
CUC Peso Convertible
CYP Cyprus Pound
DDM Mark der DDR
DEM Deutsche Mark
ECS Sucre
ECV Unidad de Valor Constante
EEK Kroon
ESA Spanish Peseta (account A)
ESB Spanish Peseta (account B)
ESP Spanish Peseta
FIM Markka
FRF French Franc
GEK Georgian Coupon
GHC Cedi
GHP Ghana Cedi
GNE Syli
GNS Syli
GQE Ekwele
GRD Drachma
GWE Guinea Escudo
GWP Guinea-Bissau Peso
HRD Croatian Dinar
HRK Kuna
IEP Irish Pound
ILP Pound
ILR Old Shekel
ISJ Old Krona
ITL Italian Lira
LAJ Pathet Lao Kip
LSM Loti
LTL Lithuanian Litas
LTT Talonas
LUC Luxembourg Convertible Franc
LUF Luxembourg Franc
LUL Luxembourg Financial Franc
LVL Latvian Lats
LVR Latvian Ruble
MGF Malagasy Franc
MLF Mali Franc
MRO Ouguiya
MTL Maltese Lira
MTP Maltese Pound
MVQ Maldive Rupee
MXP Mexican Peso
MZE Mozambique Escudo
MZM Mozambique Metical
NIC Cordoba
NLG Netherlands Guilder
PEH Sol
PEI Inti
PES Sol
PLZ Zloty
PTE Portuguese Escudo
RHD Rhodesian Dollar
ROK Leu A/52
ROL Old Leu
RUR Russian Ruble
SDD Sudanese Dinar
SDP Sudanese Pound
SIT Tolar
SKK Slovak Koruna
SLL Leone
SML San Marino Lira
SRG Surinam Guilder
STD Dobra
SUR Rouble
TJR Tajik Ruble
TMM Turkmenistan Manat
TPE Timor Escudo
TRL Old Turkish Lira
UAK Karbovanet
UGS Uganda Shilling
UGW Old Shilling
USS US Dollar (Same day)
UYN Old Uruguay Peso
UYP Uruguayan Peso
VAL Vatican Lira
VEB Bolivar
VEF Bolivar
VNC Old Dong
XEU European Currency Unit (E.C.U)
XFO Gold-Franc
XFU UIC-Franc
XRE RINET Funds Code
YDD Yemeni Dinar
YUD New Yugoslavian Dinar
YUM New Dinar
YUN Yugoslavian Dinar
ZAL Financial Rand
ZMK Zambian Kwacha
ZRN New Zaire
ZRZ Zaire
ZWC Rhodesian Dollar
ZWD Zimbabwe Dollar (old)
ZWL Zimbabwe Dollar
ZWN Zimbabwe Dollar (new)
ZWR Zimbabwe Dollar`;
