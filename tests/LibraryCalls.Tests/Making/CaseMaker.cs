using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Makes a case for each member and each of its instantiations, and keeps account of what it can make none for.</summary>
internal sealed class CaseMaker
{
    private readonly List<Case> _cases = [];
    private readonly Dictionary<string, string> _without = new(StringComparer.Ordinal);

    public CaseMaker(Compilation compilation, RecipeTable recipes, LeftOut leftOut)
    {
        var book = new RecipeBook(compilation, recipes);
        var instantiation = new Instantiation(compilation);
        foreach (IMethodSymbol method in PlatformMembers.In(compilation))
        {
            string id = method.GetDocumentationCommentId() ?? "";
            if (Obsolete.Is(method))
            {
                _without.TryAdd(id, "obsolete or a preview");
            }
            else if (leftOut.Reason(method) is { } reason)
            {
                _without.TryAdd(id, reason);
            }
            else
            {
                Make(method, id, instantiation, book);
            }
        }
    }

    /// <summary>The fields that the cases share.</summary>
    public Fields Fields { get; } = new();

    /// <summary>All cases.</summary>
    public IReadOnlyList<Case> Cases => _cases;

    /// <summary>Members without a case, and why.</summary>
    public IReadOnlyDictionary<string, string> Without => _without;

    private void Make(IMethodSymbol method, string id, Instantiation instantiation, RecipeBook book)
    {
        string missing = "no type argument fits";
        int before = _cases.Count;
        foreach (IMethodSymbol made in instantiation.Of(method))
        {
            var text = new CallText(book, Fields);
            if (text.Write(made))
            {
                _cases.Add(new Case(_cases.Count, id, text.Call, text.Fields, text.Receivers));
            }
            else
            {
                missing = text.Missing;
            }
        }

        if (_cases.Count == before)
        {
            _without.TryAdd(id, missing);
        }
    }
}
