using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// A node of the call graph: a method, an accessor, a local function or a lambda, in one environment. There is one object for each,
/// so that two of them are the same exactly if they are the same object.
/// </summary>
internal sealed class Code
{
    private readonly Lazy<Facts> _facts;

    public Code(IMethodSymbol method, SyntaxNode? lambda, Env env, Func<Code, Facts> read)
    {
        Method = method;
        Lambda = lambda;
        Env = env;
        _facts = new Lazy<Facts>(() => read(this));
    }

    /// <summary>The definition of what is called; of a lambda the symbol that it has in its own body.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>The syntax of a lambda, or of a method that is made into a delegate.</summary>
    public SyntaxNode? Lambda { get; }

    /// <summary>Whether it is a method named where a delegate is made, and so does nothing but call it.</summary>
    public bool IsGroup => Lambda is not null and not AnonymousFunctionExpressionSyntax;

    /// <summary>What its type parameters and delegates stand for.</summary>
    public Env Env { get; }

    /// <summary>What it does. Read once, by whoever asks first.</summary>
    public Facts Facts => _facts.Value;

    /// <summary>What is known of all that it reaches, once that was computed.</summary>
    public Reach? Reach { get; set; }
}
