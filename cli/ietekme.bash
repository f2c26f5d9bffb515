# bash completion for ietekme
_ietekme() {
    local commands
    if [ "$COMP_CWORD" -eq 1 ]; then
        commands=$(ietekme --help 2>/dev/null | awk '$1 == "ietekme" && $2 ~ /^[a-z]+$/ {print $2}')
        COMPREPLY=($(compgen -W "$commands --help --version" -- "${COMP_WORDS[1]}"))
    elif [ "${COMP_WORDS[1]}" = list ]; then
        COMPREPLY=($(compgen -W "kpi estimator report dataset rule block frame recommendation" -- "${COMP_WORDS[COMP_CWORD]}"))
    elif [ "${COMP_WORDS[1]}" = export ] && [ "$COMP_CWORD" -eq 3 ]; then
        COMPREPLY=($(compgen -W "kpi benchmark estimate scale recommendation delivery reject warning file disclosure" -- "${COMP_WORDS[3]}"))
    else
        COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
    fi
}
complete -F _ietekme ietekme
