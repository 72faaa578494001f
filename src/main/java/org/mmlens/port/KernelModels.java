package org.mmlens.port;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.jvm.Model;
import org.mmlens.jvm.Models;

/// All models, by C name.
public final class KernelModels implements Models {

  /// One class for each kernel header.
  static final List<Class<?>> HEADERS =
      List.of(
          BarrierHeader.class,
          BugHeader.class,
          FindHeader.class,
          FsHeader.class,
          GfpHeader.class,
          LockdepHeader.class,
          MmuNotifierHeader.class,
          MutexHeader.class,
          PageHeader.class,
          PercpuCounterHeader.class,
          PrintkHeader.class,
          RcupdateHeader.class,
          RwsemHeader.class,
          SchedHeader.class,
          SignalHeader.class,
          SlabHeader.class,
          SpinlockHeader.class,
          StringHeader.class,
          SwapHeader.class,
          TlbflushHeader.class,
          VmstatHeader.class);

  private final SortedMap<String, Model> models;
  private final SortedMap<String, KernelFunction> functions;

  /// Collects them.
  public KernelModels() {
    var byName = new TreeMap<String, Model>();
    var described = new TreeMap<String, KernelFunction>();
    for (Method method : methods()) {
      KernelFunction function = method.getAnnotation(KernelFunction.class);
      for (String name : function.name()) {
        if (byName.put(name, new Model(name, method)) != null) {
          throw new IllegalStateException("two models of " + name);
        }
        described.put(name, function);
      }
    }
    models = Collections.unmodifiableSortedMap(byName);
    functions = Collections.unmodifiableSortedMap(described);
  }

  /// {@return the annotated methods, by class and first name}
  static List<Method> methods() {
    List<Method> all = new ArrayList<>();
    for (Class<?> header : HEADERS) {
      TreeMap<String, Method> ofHeader = new TreeMap<>();
      for (Method method : header.getDeclaredMethods()) {
        KernelFunction function = method.getAnnotation(KernelFunction.class);
        if (function != null) {
          ofHeader.put(function.name()[0], method);
        }
      }
      all.addAll(ofHeader.values());
    }
    return all;
  }

  @Override
  public Optional<Model> model(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /// {@return what the model of a function says of itself}
  ///
  /// @param name a C name
  public Optional<KernelFunction> description(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /// {@return all C names that have a model, in order}
  public List<String> names() {
    return List.copyOf(models.keySet());
  }
}
