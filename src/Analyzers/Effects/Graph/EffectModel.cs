using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// All that is known of the code of one compilation, filled as roots ask for it and shared by all of them: an edit makes a new one, in
/// which only what the roots of the edited file reach is read again.
/// </summary>
internal sealed class EffectModel
{
    private const int MaximalEnvironments = 1000;

    private readonly ConcurrentDictionary<(object Identity, Env Env), Code> _codes = new();
    private readonly ConcurrentDictionary<ISymbol, int> _environments = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly Func<Code, Facts> _read;
    private readonly Lazy<RuleSwitches> _switches;

    /// <param name="compilation">The code.</param>
    /// <param name="userTable">What InterruptEffects.txt says.</param>
    /// <param name="isNative">Whether the code may be compiled ahead of time, where no warm-up runs type initialisers.</param>
    public EffectModel(Compilation compilation, EffectTable userTable, bool isNative = false)
    {
        IsNative = isNative;
        Compilation = compilation;
        UserTable = userTable;
        _read = Read;
        Substitution = new Substitution(compilation);
        Hierarchy = new Hierarchy(this);
        Contracts = new Contracts(compilation);
        Values = new Values(this);
        HandedIn = new HandedIn(this);
        Uses = new MethodUses(this);
        _switches = new Lazy<RuleSwitches>(() => new RuleSwitches(compilation));
        WarmUps = new WarmUps(this);
        Races = new Races(this);
    }

    public Compilation Compilation { get; }

    /// <summary>Whether the code may be compiled with NativeAOT.</summary>
    public bool IsNative { get; }

    /// <summary>What InterruptEffects.txt says.</summary>
    public EffectTable UserTable { get; }

    /// <summary>The ids of <see cref="UserTable"/> that a call was looked up under.</summary>
    public ConcurrentDictionary<string, bool> UsedIds { get; } = new(StringComparer.Ordinal);

    public Substitution Substitution { get; }

    public Hierarchy Hierarchy { get; }

    public Contracts Contracts { get; }

    public Values Values { get; }

    public HandedIn HandedIn { get; }

    /// <summary>The rules that the project wants.</summary>
    public RuleSwitches Switches => _switches.Value;

    /// <summary>What methods mean for the loops that call them.</summary>
    public MethodUses Uses { get; }

    public Initializers Initializers { get; } = new();

    public WarmUps WarmUps { get; }

    public Races Races { get; }

    /// <summary>Guards <see cref="Code.Reach"/>: cycles are found for one root at a time.</summary>
    public object ReachLock { get; } = new();

    /// <summary>The one object for a method in an environment.</summary>
    public Code GetCode(IMethodSymbol method, Env env)
    {
        IMethodSymbol definition = Definition(method);
        if (_codes.TryGetValue((definition, env), out Code? known))
        {
            return known;
        }

        // Nothing real has so many; what is made to have them would never end.
        if (env != Env.Empty && _environments.AddOrUpdate(definition, 1, static (_, count) => count + 1) > MaximalEnvironments)
        {
            env = Env.Empty;
        }

        return _codes.GetOrAdd((definition, env), _ => new Code(definition, null, env, _read));
    }

    /// <summary>The part of a method that has the body, whatever it is called with.</summary>
    public static IMethodSymbol Definition(IMethodSymbol method)
        => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>The one object for a lambda in the environment of the code around it.</summary>
    public Code GetLambda(IMethodSymbol symbol, SyntaxNode syntax, Env env)
        => _codes.GetOrAdd((syntax, env), _ => new Code(symbol, syntax, env, _read));

    /// <summary>Whether the code of a method is in this compilation.</summary>
    public bool IsSource(ISymbol symbol)
        => SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition.ContainingAssembly, Compilation.Assembly);

    /// <summary>All text that can name a member, where it is all in this compilation: of a private one, its class.</summary>
    public IEnumerable<SyntaxNode>? ScopeOf(ISymbol member)
    {
        for (ISymbol? around = member; around is not null and not INamespaceSymbol; around = around.ContainingSymbol)
        {
            // While it is typed, a private type may be in no other.
            if (around is { DeclaredAccessibility: Accessibility.Private, ContainingType: not null })
            {
                return Declarations(around);
            }
        }

        return Hierarchy.IsVisibleOutside(member) ? null : Compilation.SyntaxTrees.Select(static t => t.GetRoot());
    }

    /// <summary>All parts of the class that a member is in.</summary>
    public static IEnumerable<SyntaxNode> Declarations(ISymbol member)
        => member.ContainingType.DeclaringSyntaxReferences.Select(static r => r.GetSyntax());

    /// <summary>The semantic model of a file of this compilation.</summary>
    public SemanticModel GetModel(SyntaxTree tree)
    {
#pragma warning disable RS1030 // Callees are in other files than their handler. Asked for once per file; the compiler hands out its own, bound already.
        return _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));
#pragma warning restore RS1030
    }

    // Not to be cancelled: what one caller gives up, another one waits for. A body is short; searches look at the token.
    private Facts Read(Code code) => BodyReader.Read(code, this, CancellationToken.None);
}
