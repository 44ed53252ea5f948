/**
 * What common passwords are made of: English, Russian and transliterated words, names, towns, football, keyboards. Our own list; the
 * Russian words also stand for what they give when typed in the Latin layout («пароль» is «gfhjkm»).
 */
export const GUESSED_WORDS: readonly string[] = `
password passwd passw0rd pass parol paroll admin administrator root user login test guest demo default secret welcome hello letmein
access master changeme qwerty qwert asdf zxcv iloveyou love lover baby angel princess sunshine monkey dragon shadow superman batman
spiderman pokemon naruto football soccer hockey baseball basketball champion winner killer hunter ranger trustno freedom whatever
nothing google yandex mail gmail rambler vkontakte facebook instagram telegram whatsapp windows microsoft computer internet samsung
iphone android nokia lenovo honda toyota lada ferrari mercedes porsche jordan michael jennifer jessica ashley daniel thomas andrew
joshua robert charlie george matthew harley buster ginger pepper summer winter spring autumn flower cookie chocolate banana orange
cheese cherry purple silver golden diamond yellow green black white money dollar happy lucky magic crystal tiger lion eagle panther
dolphin butterfly snoopy mustang corvette yankees liverpool arsenal chelsea barcelona madrid juventus matrix starwars phoenix
christmas january february march april june july august september october november december monday tuesday wednesday thursday friday
saturday sunday russia moscow piter sankt peterburg novosibirsk kazan samara ufa omsk perm voronezh volgograd krasnodar saratov
tyumen tambov tula kaluga kirov kursk tver ryazan penza lipetsk bryansk ivanovo vladimir yaroslavl kostroma vologda pskov
marina natasha natalia elena olga irina tatiana svetlana anna maria ekaterina katya julia yulia oksana lena ivan ivanov dima dmitry
alexander alex sasha andrey sergey aleksey maxim maksim nikita denis roman artem anton pavel vladislav viktor viktoria nastya anastasia
anastasiya polina diana alina kristina arina ksenia vika misha mihail kirill egor ilya danil ruslan timur oleg igor spartak dinamo
zenit lokomotiv rossiya moskva solnce solnishko lubov lyubov privet poka mama papa semya rodina koshka sobaka kotik zaika lapochka
krasotka malysh uchitel direktor shkola klass urok zavuch uchenik buhgalter metodist sadik detsad
пароль парол пароли админ администратор логин вход входит доступ секрет тест гость привет пока здравствуйте любовь люблю любимая
любимый солнце солнышко мама мамочка папа папочка семья родина россия москва питер санкт петербург сибирь новосибирск екатеринбург
казань самара омск пермь воронеж волгоград краснодар саратов тюмень тамбов тула калуга киров курск тверь рязань пенза липецк брянск
иваново владимир ярославль кострома вологда псков ковров углич кошка котик котенок собака зайка зайчик медведь тигр дракон ангел
принцесса красота красотка малыш счастье удача весна лето осень зима январь февраль март апрель июнь июль август сентябрь октябрь
ноябрь декабрь понедельник вторник среда четверг пятница суббота воскресенье марина наташа наталья елена лена ольга ирина татьяна
таня светлана света анна анечка мария маша екатерина катя юлия оксана иван иванов иванова дмитрий дима александр александра саша
андрей сергей алексей максим никита денис роман артем антон павел владислав виктор виктория вика настя анастасия полина диана алина
кристина арина ксения миша михаил кирилл егор илья данил руслан тимур олег игорь спартак динамо зенит локомотив цска футбол хоккей
чемпион учитель учительница директор школа школьник школьный класс урок завуч ученик бухгалтер методист садик детсад детский сад
гимназия лицей район округ область управление образование отдел работа рабочий компьютер интернет телефон яндекс почта вконтакте
одноклассники ромашка березка радуга звезда звездочка яблоко вишня малина клубника апельсин шоколад конфета
`
  .split(/\s+/)
  .filter(Boolean);
