using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>What code other than the handlers does with what they write: members that others can call, and code that uses the driver.</summary>
internal sealed class Outside(EffectModel model, INamedTypeSymbol driver, HashSet<ISymbol> reached, IReadOnlyCollection<Storage> written)
{
    private const int MaximalUsers = 100;

    private readonly List<Trace> _traces = [];
    private readonly List<(IMethodSymbol, Trace)> _vouchedFor = [];
    private int _users;
    private readonly Raisers _raisers = new(model, reached);
    private readonly SharedObjects _shared = new(model, driver, written);
    private readonly HashSet<(IMethodSymbol, Storage?)> _walked = [];
    private readonly HashSet<ISymbol> _statics = new(
        written.Where(static s => s.Head is { IsStatic: true }).Select(static s => s.Head?.ContainingType.OriginalDefinition).OfType<ISymbol>(),
        SymbolEqualityComparer.Default);

    /// <summary>Members under [InterruptUnsafe]: the author knows better.</summary>
    public IReadOnlyList<(IMethodSymbol Method, Trace Trace)> VouchedFor => _vouchedFor;

    public List<Trace> Walk()
    {
        foreach (INamedTypeSymbol type in DriverAndBases())
        {
            WalkMembers(type, Storage.Driver);
        }

        foreach (INamedTypeSymbol type in _statics.OfType<INamedTypeSymbol>())
        {
            WalkMembers(type, null);
        }

        foreach (Storage shared in _shared.HandedOut.Where(s => written.Any(w => w != s && w.IsBelow(s))))
        {
            if (shared.Type is INamedTypeSymbol type && model.IsSource(type))
            {
                WalkMembers(type.OriginalDefinition, shared);
            }
        }

        WalkUsers();
        return _traces;
    }

    /// <summary>Whether code that is not seen here can read a storage: through members that it can name.</summary>
    public bool IsExposed(Storage storage)
        => storage.Member is { } member
            && member.DeclaredAccessibility != Accessibility.Private
            && (storage.Container is null || storage.Container == Storage.Driver || IsExposed(storage.Container) || _shared.HandedOut.Contains(storage.Container));

    private IEnumerable<INamedTypeSymbol> DriverAndBases()
    {
        for (INamedTypeSymbol? type = driver; type is not null && model.IsSource(type); type = type.BaseType)
        {
            yield return type.OriginalDefinition;
        }
    }

    private void WalkMembers(INamedTypeSymbol type, Storage? self)
    {
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            bool isBeginning = method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor && (self is null || self == Storage.Driver);
            if (isBeginning || (IsCallable(method) && !IsEnding(method) && !IsBeginning(method) && !IsInHandler(method) && !IsGenerated(method)))
            {
                Walk(method, method.IsStatic ? null : self);
            }
        }

        // Delegates in initial values.
        if (type.InstanceConstructors.FirstOrDefault() is { } constructor && self == Storage.Driver)
        {
            Trace trace = New(constructor);
            Tracer tracer = NewTracer();
            tracer.Run(trace, constructor, self, null, Bodies.InitialValues(type, model));
            _traces.AddRange(tracer.Spawned);
        }
    }

    private void Walk(IMethodSymbol method, Storage? self, bool isUser = false)
    {
        if (!_walked.Add((method, self)))
        {
            return;
        }

        Trace trace;
        if (model.Contracts.IsUnsafe(method))
        {
            trace = new Trace(method.Name);
            _vouchedFor.Add((method, trace));
        }
        else
        {
            trace = New(method);
        }

        Tracer tracer = NewTracer(isUser);
        tracer.Run(trace, method, self);
        if (model.Contracts.IsUnsafe(method))
        {
            _vouchedFor.AddRange(tracer.Spawned.Select(s => (method, s)));
        }
        else
        {
            _traces.AddRange(tracer.Spawned);
        }

        if (reached.Contains(method))
        {
            // What a getter writes for a handler is not written by who only looks.
            trace.Accesses.RemoveAll(static a => a.IsWrite);
        }
    }

    private Trace New(IMethodSymbol method)
    {
        var trace = new Trace(Names.Of(method, method.ContainingType, driver));
        _traces.Add(trace);
        return trace;
    }

    private Tracer NewTracer(bool isUser = false)
        => new(model, driver, isUser ? _shared.ByType : SharedObjects.None, IsWorthEntering) { Raisers = _raisers, Spawns = true };

    private bool IsWorthEntering(IMethodSymbol method)
        => method.ContainingType is { } type
            && (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, driver) || _statics.Contains(type.OriginalDefinition));

    private static bool IsCallable(IMethodSymbol method)
        => (method.DeclaredAccessibility != Accessibility.Private || !method.ExplicitInterfaceImplementations.IsEmpty)
            && !method.IsImplicitlyDeclared
            && method is { IsAbstract: false, IsExtern: false };

    // After the handlers.
    private static bool IsEnding(IMethodSymbol method) => method.MethodKind == MethodKind.Destructor || method.Name is "Dispose" or "DisposeAsync" or "DisposeAsyncCore";

    // Before any driver there is.
    private static bool IsBeginning(IMethodSymbol method)
        => method is { IsStatic: true, ReturnsVoid: true, Parameters.IsEmpty: true }
            && method.GetAttributes().Any(static a => a.AttributeClass?.Name == "ModuleInitializerAttribute");

    // A getter is for others, too.
    private bool IsInHandler(IMethodSymbol method)
        => model.Contracts.IsHandler(method) || (method.MethodKind != MethodKind.PropertyGet && reached.Contains(method));

    private static bool IsGenerated(ISymbol symbol)
        => symbol.GetAttributes().Any(static a => a.AttributeClass?.Name == "GeneratedCodeAttribute")
            || (symbol is IMethodSymbol { AssociatedSymbol: { } associated } && IsGenerated(associated));

    // Code that names a member of the driver through which it comes to what is written, or a member of an object that both have.
    private void WalkUsers()
    {
        var names = new HashSet<string>(
            written.Select(static s => s.Head).OfType<ISymbol>().Where(static h => h.DeclaredAccessibility != Accessibility.Private).Select(static h => h.Name)
                .Concat(_shared.Exposures().Where(e => written.Any(w => w.IsBelow(e.Storage))).Select(static e => e.Name))
                .Concat(_shared.ByType.Keys.SelectMany(static t => t.GetMembers())
                    .Where(static m => m.DeclaredAccessibility != Accessibility.Private && m is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
                    .Select(static m => m.Name)),
            StringComparer.Ordinal);
        if (names.Count > 0)
        {
            foreach (SyntaxTree tree in model.Compilation.SyntaxTrees)
            {
                string text = tree.GetText().ToString();
                if (names.Any(n => text.IndexOf(n, StringComparison.Ordinal) >= 0))
                {
                    WalkUsers(tree.GetRoot(), names);
                }
            }
        }

        // Nested types see what is private.
        var own = new HashSet<string>(written.Select(static s => s.Head?.Name).OfType<string>(), StringComparer.Ordinal);
        foreach (INamedTypeSymbol nested in driver.GetTypeMembers().Where(static t => !IsGenerated(t)))
        {
            foreach (SyntaxReference reference in nested.DeclaringSyntaxReferences)
            {
                WalkUsers(reference.GetSyntax(), own);
            }
        }
    }

    private void WalkUsers(SyntaxNode scope, HashSet<string> names)
    {
        foreach (IdentifierNameSyntax name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (_users < MaximalUsers
                && names.Contains(name.Identifier.ValueText)
                && Raisers.Around(name, model) is { ContainingType: { } type } method
                && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, driver)
                && !reached.Contains(method)
                && !IsEnding(method)
                && !IsBeginning(method)
                && !IsGenerated(type))
            {
                _users++;
                Walk(method, null, isUser: true);
            }
        }
    }
}
