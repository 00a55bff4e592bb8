# A table of a cobertura report: each assembly's lines and branches, and the files with the fewest lines executed.
# Variable here: the repository, with a slash. A line stands there once for its method and once for its class: it is counted once, at its best.
function value(name,    at, rest) {
    at = index($0, name "=\"")
    if (!at) return ""
    rest = substr($0, at + length(name) + 2)
    return substr(rest, 1, index(rest, "\"") - 1)
}

function percent(part, whole) { return whole ? sprintf("%5.1f", 100 * part / whole) : "    -" }

# Files are told from the report's own root; here, from the repository's.
/<source>/ {
    root = $0; sub(/.*<source>/, "", root); sub(/<.*/, "", root)
    root = substr(root, 1, length(here)) == here ? substr(root, length(here) + 1) : root
}

/<package / { assembly = value("name") }

/<class / { file = root value("filename"); of[file] = assembly; assemblies[assembly] = 1 }

/<line / {
    key = file SUBSEP value("number")
    if (!(key in hit)) { hit[key] = 0; fileOf[key] = file }
    if (value("hits") > 0) hit[key] = 1
    # condition-coverage="50% (1/2)"
    condition = value("condition-coverage")
    if (condition != "") {
        sub(/.*\(/, "", condition)
        split(condition, counts, /[\/)]/)
        if (counts[1] + 0 > taken[key] + 0) taken[key] = counts[1] + 0
        ways[key] = counts[2] + 0
    }
}

END {
    for (key in hit) {
        file = fileOf[key]; a = of[file]
        lines[file]++; hits[file] += hit[key]
        allLines[a]++; allHits[a] += hit[key]
        allWays[a] += ways[key]; allTaken[a] += taken[key]
    }
    printf "%-28s %8s %7s %9s %7s\n", "assembly", "lines", "%", "branches", "%"
    sorter = "sort"
    for (a in assemblies) {
        printf "%-28s %8d %7s %9d %7s\n", a, allLines[a], percent(allHits[a], allLines[a]), allWays[a], percent(allTaken[a], allWays[a]) | sorter
    }
    close(sorter)
    printf "\n%-74s %6s %7s\n", "the 15 weakest files of at least 20 lines", "lines", "%"
    fflush()
    sorter = "sort -k3,3n -k1,1 | head -n 15"
    for (file in lines) {
        if (lines[file] >= 20) printf "%-74s %6d %7s\n", file, lines[file], percent(hits[file], lines[file]) | sorter
    }
    close(sorter)
}
