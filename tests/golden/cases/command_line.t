Each program says what it can do, and what is wrong with a command line.

  $ zhengwen-index --version
  zhengwen-index 0.1.0

  $ zhengwen-index --help
  zhengwen-index - put policy documents into the index
  
  Usage: zhengwen-index COMMAND [OPTION...] [ARGUMENT...]
  
  Commands:
    add           put files and folders into the index; only what changed is read
    remove        take documents or files out of the index
    rebuild       read every file of the index again into a new one
    compact       make the index as small as it gets
    status        what is in the index
    check         whether the index is whole
    dump          print everything in the index, a JSON object a line
    extract       what is found in a file, without an index
    completion    print the completion script of a shell
  
  Options of every command:
    -d, --db DIR                the index (default: $ZHENGWEN_DB, else zhengwen/index in $XDG_DATA_HOME)
    -h, --help                  print this help
        --version               print the version
  
  'zhengwen-index COMMAND --help' tells the options of a command.

  $ zhengwen-index extract --help
  zhengwen-index extract - what is found in a file, without an index
  
  Usage: zhengwen-index extract [OPTION...] FILE...
  
  Options:
        --format ndjson|json|table|text|html|source
                                default: ndjson
        --manifest FILE.csv     what is known of the files beside their text (a table)
        --explain               the text with its facts and their rules beside it (text, or html)
    -d, --db DIR                the index (default: $ZHENGWEN_DB, else zhengwen/index in $XDG_DATA_HOME)
    -h, --help                  print this help
        --version               print the version

  $ zhengwen-index
  ! zhengwen-index: a command is missing (see 'zhengwen-index --help')
  [2]

  $ zhengwen-index extrakt
  ! zhengwen-index: 'extrakt': no such command (see 'zhengwen-index --help')
  [2]

  $ zhengwen-index extract --fromat json x
  ! zhengwen-index: '--fromat': no such option (see 'zhengwen-index extract --help')
  [2]

  $ zhengwen-index completion fish
  ! zhengwen-index: 'completion': bash or zsh is wanted
  [2]

What cannot be read is named with its reason.

  $ zhengwen-index extract nowhere.txt
  ! zhengwen-index: 'nowhere.txt': No such file or directory
  [3]

  $ : > empty.txt; zhengwen-index extract empty.txt
  ! zhengwen-index: 'empty.txt': nothing in it
  [3]

  $ head -c 4096 "$(command -v zhengwen-index)" > binary; zhengwen-index extract binary
  ! zhengwen-index: 'binary': ELF program: no reader for it yet
  [3]

  $ printf '\346\210\267\377\376\341\274\200\201' > bad.txt; zhengwen-index extract bad.txt
  ! zhengwen-index: 'bad.txt': byte 2 is not GB18030, nor are 1 other places
  [3]

