package innovation.points.acceptance.cloud.template;

import innovation.points.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of this project that a function can reach, and their calls outside it, read from the
 * compiled classes. A call on a type counts as a call on every subtype of which the function makes
 * an object, and an object as one whose methods are called that others know, so the result may be
 * too large but never too small.
 */
final class CallGraph {

  /** A method by its class's internal name, its own name and its descriptor. */
  record Method(String owner, String name, String descriptor) {}

  private static final String OWN = "innovation/points/";

  private final Map<String, ClassModel> classes = new HashMap<>();
  private final Set<Method> reached = new LinkedHashSet<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Map<String, Set<Method>> called = new HashMap<>();
  private final Map<String, Set<String>> ancestors = new HashMap<>();
  private final Deque<Method> waiting = new ArrayDeque<>();

  /**
   * Everything reachable from the public methods and the constructor without arguments of a class.
   */
  static CallGraph from(String className) {
    var graph = new CallGraph();
    graph.load();
    graph.walk(className.replace('.', '/'));
    return graph;
  }

  /** Every reachable method, of this project and of others. */
  Stream<Method> methods() {
    return reached.stream();
  }

  /** The methods that a method calls or passes on to be called. */
  Stream<Method> callees(Method method) {
    var callees = new ArrayList<Method>();
    for (CodeElement element : code(method)) {
      switch (element) {
        case InvokeInstruction call ->
            callees.add(
                new Method(
                    call.owner().asInternalName(),
                    call.name().stringValue(),
                    call.type().stringValue()));
        case InvokeDynamicInstruction lambda ->
            lambda.bootstrapArgs().forEach(argument -> add(callees, argument));
        case FieldInstruction field when field.owner().asInternalName().startsWith(OWN) ->
            callees.add(new Method(field.owner().asInternalName(), "<clinit>", "()V"));
        default -> {}
      }
    }
    // A wrapper passes calls on; the operation is found at the wrapper's caller.
    return callees.stream()
        .filter(
            callee ->
                !callee.name().equals(method.name())
                    || !ancestors(method.owner()).contains(callee.owner()));
  }

  /** The string constants in a method. */
  Stream<String> constants(Method method) {
    return code(method).stream()
        .filter(ConstantInstruction.class::isInstance)
        .map(constant -> ((ConstantInstruction) constant).constantValue())
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private void load() {
    for (String wing : List.of("shared", "functions")) {
      try (var files = Files.walk(Repository.root().resolve(wing))) {
        files
            .filter(file -> file.toString().contains("/target/classes/innovation/"))
            .filter(file -> file.toString().endsWith(".class"))
            .forEach(this::load);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void load(Path file) {
    try {
      ClassModel model = ClassFile.of().parse(file);
      classes.put(model.thisClass().asInternalName(), model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void walk(String entry) {
    ClassModel model = classes.get(entry);
    if (model == null) {
      throw new IllegalStateException("no class " + entry + " under target/classes");
    }
    for (MethodModel method : model.methods()) {
      boolean constructor = method.methodName().equalsString("<init>");
      if (constructor
          ? method.methodType().equalsString("()V")
          : method.flags().has(AccessFlag.PUBLIC)) {
        reach(new Method(entry, name(method), method.methodType().stringValue()));
      }
    }
    while (!waiting.isEmpty()) {
      Method next = waiting.remove();
      callees(next).forEach(this::reach);
    }
  }

  private void reach(Method method) {
    if (!reached.add(method)) {
      return;
    }
    if (!method.owner().startsWith(OWN)) {
      return;
    }
    waiting.add(method);
    initialise(method.owner());
    if (method.name().equals("<init>")) {
      make(method.owner());
    } else {
      dispatch(method);
    }
  }

  private void initialise(String owner) {
    reach(new Method(owner, "<clinit>", "()V"));
  }

  /** A call on an own type reaches every subtype that is made, or what it inherits. */
  private void dispatch(Method method) {
    called.computeIfAbsent(method.owner(), _ -> new LinkedHashSet<>()).add(method);
    List.copyOf(made).stream()
        .filter(child -> ancestors(child).contains(method.owner()))
        .forEach(child -> reach(new Method(child, method.name(), method.descriptor())));
    ClassModel model = classes.get(method.owner());
    if (model != null && find(method) == null) {
      parents(model)
          .filter(parent -> parent.startsWith(OWN))
          .map(parent -> new Method(parent, method.name(), method.descriptor()))
          .filter(inherited -> find(inherited) != null)
          .forEach(this::reach);
    }
  }

  /**
   * Whoever knows a supertype of an object may call it; of types that are not this project's, every
   * method that the object could override.
   */
  private void make(String owner) {
    ClassModel model = classes.get(owner);
    if (model == null || !made.add(owner)) {
      return;
    }
    for (String ancestor : ancestors(owner)) {
      for (Method method : List.copyOf(called.getOrDefault(ancestor, Set.of()))) {
        reach(new Method(owner, method.name(), method.descriptor()));
      }
    }
    if (parents(model).allMatch(CallGraph::isPlain)) {
      return;
    }
    for (MethodModel method : model.methods()) {
      if (!method.flags().has(AccessFlag.PRIVATE)
          && !method.flags().has(AccessFlag.STATIC)
          && !name(method).equals("<init>")) {
        reach(new Method(owner, name(method), method.methodType().stringValue()));
      }
    }
  }

  /** The types above a class, of others only those that this project names. */
  private Set<String> ancestors(String name) {
    return ancestors.computeIfAbsent(
        name,
        _ -> {
          var above = new LinkedHashSet<String>();
          var open = new ArrayDeque<>(List.of(name));
          while (!open.isEmpty()) {
            ClassModel model = classes.get(open.remove());
            if (model != null) {
              parents(model).filter(above::add).forEach(open::add);
            }
          }
          return above;
        });
  }

  private static boolean isPlain(String parent) {
    return parent.startsWith(OWN)
        || parent.equals("java/lang/Object")
        || parent.equals("java/lang/Record")
        || parent.equals("java/lang/Enum");
  }

  private static Stream<String> parents(ClassModel model) {
    return Stream.concat(
        model.superclass().stream().map(parent -> parent.asInternalName()),
        model.interfaces().stream().map(parent -> parent.asInternalName()));
  }

  private static void add(List<Method> callees, ConstantDesc argument) {
    if (argument instanceof DirectMethodHandleDesc handle) {
      String owner = handle.owner().descriptorString();
      callees.add(
          new Method(
              owner.substring(1, owner.length() - 1),
              handle.methodName(),
              handle.lookupDescriptor()));
    }
  }

  private List<CodeElement> code(Method method) {
    MethodModel model = find(method);
    return model == null ? List.of() : model.code().map(c -> c.elementList()).orElse(List.of());
  }

  private @Nullable MethodModel find(Method method) {
    ClassModel model = classes.get(method.owner());
    if (model == null) {
      return null;
    }
    return model.methods().stream()
        .filter(candidate -> name(candidate).equals(method.name()))
        .filter(candidate -> candidate.methodType().equalsString(method.descriptor()))
        .findFirst()
        .orElse(null);
  }

  private static String name(MethodModel method) {
    return method.methodName().stringValue();
  }
}
